import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Digest } from '../../../shared/sync/webhook-wire.ts';
import type { DigestTextKey } from '../../../shared/text/digest-texts.ts';
import { digestWords, dueKindKey } from '../../../shared/text/digest-texts.ts';
import { showDate } from '../../../shared/text/format.ts';
import { usePartTexts, type PartTexts } from '../language.tsx';
import { TableHead } from '../parts/table-head.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', width: '100%' },
  table: { borderCollapse: 'collapse', width: '100%', maxWidth: '640px' },
  cell: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
});

/** Words of the digest in the chosen language. */
export function useDigestTexts(): PartTexts<DigestTextKey> {
  return usePartTexts(digestWords);
}

interface DigestViewProps {
  readonly due: Digest['due'];
  readonly curators: Digest['curators'];
  /** The name behind a pseudonym; null where it is not known here. */
  readonly nameOf: (pseudonym: string) => string | null;
  /** What the table is about, for screen readers. */
  readonly label: string;
}

/** What falls due, kind by kind: for the whole, then curator by curator. */
export function DigestView({ due, curators, nameOf, label }: DigestViewProps) {
  const g = useDigestTexts();
  const styles = useStyles();
  if (due.length === 0) return <Text>{g('empty')}</Text>;
  const groups = [
    { name: g('all'), key: '', due, full: 0 },
    ...curators.map(({ curator, due: own, full }, at) => {
      const known = curator === null ? g('curator.none') : nameOf(curator);
      return { name: known ?? g('curator.unknown', { n: at + 1 }), key: curator ?? 'none', due: own, full };
    }),
  ].filter((group) => group.due.length > 0 || group.full > 0);
  return (
    <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <TableHead headings={[g('kind'), g('count'), g('first')]} className={styles.cell} />
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th className={styles.cell} colSpan={3} scope="rowgroup">
                <strong>{group.name}</strong>
                {group.full > 0 ? `. ${g('full', { count: group.full })}` : null}
              </th>
            </tr>
            {group.due.map(({ kind, count, first }) => (
              <tr key={kind}>
                <td className={styles.cell}>{g(dueKindKey(kind))}</td>
                <td className={styles.cell}>{count}</td>
                <td className={styles.cell}>{showDate(first)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
