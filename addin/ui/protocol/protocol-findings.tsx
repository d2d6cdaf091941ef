import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { ProtocolInput } from '../../../shared/reports/protocol.ts';
import { explanationText, printedText } from '../../../shared/reports/protocol.ts';
import { protocolText } from '../../../shared/text/protocol-texts.ts';
import { findingMessage } from '../../../shared/text/rule-texts.ts';
import { useTexts } from '../language.tsx';
import { useProtocolTableStyles } from './protocol-table-styles.ts';
import { shownPart, type ShownPart } from './shown-part.ts';
import { usePrinting } from './use-printing.ts';

const useStyles = makeStyles({
  title: { margin: 0 },
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

/** Every finding with its sheet, cell and message: page by page on the screen, all that paper bears when printed. */
export function ProtocolFindings({ input }: { readonly input: ProtocolInput }) {
  const { language } = useTexts();
  const styles = useStyles();
  const isPrinting = usePrinting();
  const [page, setPage] = useState(0);
  const { findings } = input.result;
  const count = findings.length;
  const part = shownPart(count, page, isPrinting);
  return (
    <>
      <Title3 as="h2" className={styles.title}>
        {protocolText(language, 'list')}
      </Title3>
      {count === 0 ? <Text>{protocolText(language, 'none')}</Text> : null}
      {isPrinting && part.to < count ? <Text block>{printedText(part.to, count, language)}</Text> : null}
      {part.lastPage > 0 ? <Pages part={part} count={count} page={page} onPage={setPage} /> : null}
      {count > 0 ? <FindingTable findings={findings.slice(part.from, part.to)} input={input} /> : null}
    </>
  );
}

interface PagesProps {
  readonly part: ShownPart;
  readonly count: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Pages({ part: { from, to, lastPage }, count, page, onPage }: PagesProps) {
  const { language } = useTexts();
  const styles = useStyles();
  const current = Math.min(page, lastPage);
  return (
    <div className={styles.pages}>
      <Button size="small" disabled={current === 0} onClick={() => onPage(current - 1)}>
        {protocolText(language, 'earlier')}
      </Button>
      <Button size="small" disabled={current === lastPage} onClick={() => onPage(current + 1)}>
        {protocolText(language, 'later')}
      </Button>
      <Text role="status">{protocolText(language, 'shown', { from: from + 1, to, count })}</Text>
    </div>
  );
}

function FindingTable({ findings, input }: { readonly findings: readonly Finding[]; readonly input: ProtocolInput }) {
  const { language } = useTexts();
  const styles = useProtocolTableStyles();
  const place = mergeClasses(styles.cell, styles.place);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={place}>
            {protocolText(language, 'cell')}
          </th>
          <th scope="col" className={styles.cell}>
            {protocolText(language, 'what')}
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => (
          // Two findings of one cell may have one identity: the place in the list tells them apart.
          <tr key={`${index} ${finding.identity}`} className={styles.row}>
            <th scope="row" className={place}>
              {sheetA1(finding.cell)}
              <Text block size={200} className={styles.why}>
                {protocolText(language, `severity.${finding.severity}`)}
              </Text>
            </th>
            <td className={styles.cell}>
              {findingMessage(finding, language)}
              <Explanation finding={finding} input={input} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Explanation({ finding, input }: { readonly finding: Finding; readonly input: ProtocolInput }) {
  const { language } = useTexts();
  const styles = useProtocolTableStyles();
  const explanation = input.explanations.get(finding.identity);
  if (!explanation) return null;
  return (
    <Text block size={200} className={styles.why}>
      {protocolText(language, 'explanation')}: {explanationText(explanation, language)}
    </Text>
  );
}
