import { RoutingFields } from "./RoutingFields.tsx";
import { Section } from "./Section.tsx";

export function RoutingSection() {
  return (
    <Section id="routing" title="Call routing" about="Who picks up when your number is called.">
      <RoutingFields />
      <a class="link inline-flex min-h-11 items-center justify-self-start lg:hidden" href="#week">
        See who answers in the next seven days
      </a>
    </Section>
  );
}
