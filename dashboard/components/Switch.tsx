import type { InputHTMLAttributes } from "preact";

type Props = {
  id: string;
  title: string;
  about: string;
  input: Omit<InputHTMLAttributes<HTMLInputElement>, "role" | "type">;
};

export function Switch({ id, title, about, input }: Props) {
  return (
    <div class="flex items-start gap-4">
      <label for={id} class="min-w-0 flex-1 cursor-pointer py-1">
        <span class="block font-medium">{title}</span>
        <span id={`${id}-about`} class="block text-sm text-soft">
          {about}
        </span>
      </label>
      <span class="grid min-h-11 place-items-center">
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-describedby={`${id}-about`}
          class="toggle toggle-primary checked:bg-primary checked:text-primary-content"
        />
      </span>
    </div>
  );
}
