import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { codeBook } from '../../../shared/packs/code-book.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import { FAMILY_FIELDS } from '../../../shared/domain/fields.ts';
import type { Understanding } from '../../../shared/reading/reading.ts';
import type { Language } from '../../../shared/text/format.ts';
import { fieldTitle } from '../findings/finding-place.ts';
import { useTexts } from '../language.tsx';
import { useSessionState } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

const SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The title of a code in the pack's list; the code itself where the list has none. */
function titleOf({ field, as }: Understanding, pack: Pack | undefined, language: Language): string {
  const spec = Object.hasOwn(FAMILY_FIELDS, field) ? FAMILY_FIELDS[field as keyof typeof FAMILY_FIELDS] : undefined;
  const list = spec && 'codeList' in spec ? spec.codeList : undefined;
  if (!pack || !list) return as;
  return (
    codeBook(pack)
      .entries(list)
      .find(({ code }) => code === as)?.title[language] ?? as
  );
}

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
            <Text>{t('reading.understood', { text: one.text, as: titleOf(one, pack, language) })}</Text>{' '}
            <Text size={200} className={styles.quiet}>
              {fieldTitle(one.field, language)}, {t('reading.times', { times: one.times })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
