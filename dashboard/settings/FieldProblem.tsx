/** Why a field was refused. The field's aria-describedby must name `id`. */
export function FieldProblem({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={id} class="text-sm font-medium text-error">
      {children}
    </p>
  );
}
