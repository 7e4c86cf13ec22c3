type Props = { label: string; value: string; change?: string | undefined; about: string; href?: string | undefined };

/** One figure, how it compares, and how it is counted. */
export function Figure({ label, value, change, about, href }: Props) {
  return (
    <div class="panel p-5">
      <dt class="text-sm text-soft">
        {href ? (
          <a class="link" href={href}>
            {label}
          </a>
        ) : (
          label
        )}
      </dt>
      <dd class="tabular mt-1 text-2xl font-semibold">{value}</dd>
      {change && <dd class="tabular text-sm text-soft">{change}</dd>}
      <dd class="mt-1 text-sm text-soft">{about}</dd>
    </div>
  );
}
