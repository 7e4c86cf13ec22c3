import { CallPath } from "./CallPath.tsx";

/** Shown before the first number: how calls will reach the agent, and what that needs. */
export function NoNumbers() {
  return (
    <section class="panel grid gap-7 p-6 sm:p-9" aria-label="No number yet">
      <div class="mx-auto max-w-xl text-center">
        <h2 class="text-xl font-semibold">How calls get to your agent</h2>
        <p class="mt-1.5 text-soft">
          You keep your number and your phone provider. You only tell the provider where to send the calls that your
          agent should answer.
        </p>
      </div>
      <CallPath />
      <div class="grid justify-items-center gap-3 text-center">
        <a class="btn btn-primary h-11" href="/numbers/new">
          Add your number
        </a>
        <p class="max-w-md text-sm text-soft">
          Get a number for your agent and forward your line to it, or connect a trunk of your own. At the end you call
          your own number and see the call arrive here.
        </p>
      </div>
    </section>
  );
}
