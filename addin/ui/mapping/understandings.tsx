import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { Understanding } from '../../../shared/reading/reading.ts';
import { codeTitle } from '../code-title.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** «баз.» → базовый, 214 раз: which wordings of the cells were taken for which codes. */
export function Understandings({ understandings }: { readonly understandings: readonly Understanding[] }) {
  const { t, language } = useTexts();
  const styles = useStyles();
  const pack = usePack(useSessionState((state) => state.packId));
  return (
    <section>
      <Subtitle2 as="h2">{t('reading.understandings')}</Subtitle2>
      <ul className={styles.list}>
        {understandings.slice(0, SHOWN).map((one) => (
          <li key={`${one.field} ${one.text} ${one.as}`}>
            <Text>
              {t('reading.understood', { text: one.text, as: codeTitle(one.field, one.as, { pack, language }) })}
            </Text>{' '}
            <Text size={200} className={styles.quiet}>
              {fieldTitle(one.field, language)}, {t('reading.times', { times: one.times })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
