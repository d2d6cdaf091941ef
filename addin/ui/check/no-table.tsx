import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReadingAccount } from '../../../shared/reading/reading.ts';
import { useTexts } from '../language.tsx';
import type { Screen } from '../pane/pane-tabs.tsx';
import { Sentence } from '../parts/sentence.tsx';

const useStyles = makeStyles({
  sheets: { marginBlock: tokens.spacingVerticalXS, paddingLeft: tokens.spacingHorizontalL },
});

interface NoTableProps {
  readonly account: ReadingAccount;
  readonly onOpen: (screen: Screen) => void;
}

/** What was looked for, what was seen, and how to show the table by hand. */
export function NoTable({ account, onOpen }: NoTableProps) {
  const { t } = useTexts();
  const styles = useStyles();
  return (
    <Sentence
      intent="warning"
      actions={
        <Button size="small" onClick={() => onOpen('reading')}>
          {t('check.no-table.how')}
        </Button>
      }
    >
      <strong>{t('check.no-table')}</strong>
      <br />
      {t('check.no-table.detail')}
      <ul className={styles.sheets}>
        {account.sheets.map(({ sheet, leftOut }) => (
          <li key={sheet}>
            {t('reading.sheet', { sheet })}: {t(`check.no-table.${leftOut ?? 'no-table'}`)}
          </li>
        ))}
      </ul>
    </Sentence>
  );
}
