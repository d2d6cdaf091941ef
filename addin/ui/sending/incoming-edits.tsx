import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { IncomingEdit } from '../../engine/sync-contract.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { SmallLink } from '../parts/small-link.tsx';
import { useSession } from '../session-access.tsx';
import { shownValue } from './shown-value.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
});

/** What others have changed on the server: shown beside its cell, written by nobody but the person. */
export function IncomingEdits({ incoming }: { readonly incoming: readonly IncomingEdit[] }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const session = useSession();
  return (
    <section>
      <Sentence intent="info">{t('sending.incoming', { count: incoming.length })}</Sentence>
      <ul className={styles.list}>
        {incoming.slice(0, SHOWN).map(({ rowId, field, kind, cell, value }) => (
          <li key={`${rowId} ${field}`}>
            {cell ? <SmallLink onClick={() => void session.goTo(cell)}>{a1(cell.row, cell.column)}</SmallLink> : null}{' '}
            <Text>
              {fieldTitle(field, language, kind)}: {shownValue(value)}
            </Text>
          </li>
        ))}
      </ul>
      {incoming.length > SHOWN ? <Text>{t('fix-all.more', { count: incoming.length - SHOWN })}</Text> : null}
    </section>
  );
}
