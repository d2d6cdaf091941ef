interface TableHeadProps {
  readonly headings: readonly string[];
  /** Of each heading. */
  readonly className: string | undefined;
}

/** The head of a plain table: one heading a column, no two alike. */
export function TableHead({ headings, className }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {headings.map((heading) => (
          <th key={heading} scope="col" className={className}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
