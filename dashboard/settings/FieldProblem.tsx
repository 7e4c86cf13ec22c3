/** Why a field was refused; name `id` in the field's aria-describedby. */
export function FieldProblem({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={id} class="text-sm font-medium text-error">
      {children}
    </p>
  );
}
