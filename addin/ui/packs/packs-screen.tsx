import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { LEVEL_NORMS } from '../../engine/pack-edits.ts';
import { useTexts } from '../language.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { CalendarYears } from './calendar-years.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { DraftBar } from './draft-bar.tsx';
import { SourceLine } from './norm-facts.tsx';
import { NormLine } from './norm-line.tsx';
import { PackFile } from './pack-file.tsx';
import { Section } from './section.tsx';
import type { PackDraft } from './use-pack-draft.ts';
import { usePackDraft } from './use-pack-draft.ts';
import { useNormTexts } from './use-norm-texts.ts';
import { WordingList } from './wording-list.tsx';

const useStyles = makeStyles({
  screen: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  sources: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
});

/** «Нормы»: the pack in use with every norm and its source, and the way to what a region has otherwise. */
export default function PacksScreen() {
  const styles = useStyles();
  const draft = usePackDraft();
  if (!draft) return null;
  return (
    <div className={styles.screen}>
      <ScreenFrame>
        <PackHead draft={draft} />
        <PackNorms draft={draft} />
        <PackFile draft={draft} />
      </ScreenFrame>
      {draft.outcome ? <DraftBar draft={draft} outcome={draft.outcome} /> : null}
    </div>
  );
}

function PackHead({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const { pack, base } = draft;
  return (
    <div>
      <Title3 as="h1" block className={styles.title}>
        {pack.id === base.id ? `${n('title')}: ${pack.title[language]}` : pack.title[language]}
      </Title3>
      <Text block size={200} className={styles.quiet}>
        {n('version', { version: pack.version })}
        {pack.id === base.id ? '' : `. ${n('made-from', { base: base.title[language] })}`}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {n('lead')} {n('not-set.why')}
      </Text>
    </div>
  );
}

/** Titles of levels stand inside of sentences elsewhere and begin with a small letter. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function PackNorms({ draft }: { readonly draft: PackDraft }) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const { pack } = draft;
  return (
    <div>
      {pack.codes.levels.map(({ code, title }) => (
        <Section key={code} title={capitalised(title[language])} isOpenAtFirst={code === 'BASE'}>
          {LEVEL_NORMS.map((name) => (
            <NormLine key={name} draft={draft} place={{ level: code, name }} />
          ))}
        </Section>
      ))}
      <Section title={n('deadlines')}>
        <DeadlineList draft={draft} />
      </Section>
      <Section title={n('others')}>
        <NormLine draft={draft} place={{ level: null, name: 'programRevision' }} />
        <NormLine draft={draft} place={{ level: null, name: 'applicantMinAge' }} />
      </Section>
      <Section title={n('codes')}>
        <WordingList draft={draft} />
      </Section>
      <Section title={n('calendar')}>
        <CalendarYears draft={draft} />
      </Section>
      <Section title={n('basis')}>
        <ul className={styles.sources}>
          {pack.basis.map((source) => (
            <li key={source.text.ru}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
