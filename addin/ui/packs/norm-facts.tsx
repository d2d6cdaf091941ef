import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Source } from '../../../shared/packs/pack.ts';
import { showDate } from '../../../shared/text/format.ts';
import { useTexts } from '../language.tsx';
import { useNormTexts } from './use-norm-texts.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  source: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  link: {
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    textDecorationLine: 'underline',
  },
});

interface NormFactsProps {
  readonly kind: 'required' | 'max' | 'recommended';
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: Source;
}

/** How binding a norm is, since when, and where it comes from. */
export function NormFacts({ kind, validFrom, validTo, source }: NormFactsProps) {
  const n = useNormTexts();
  const styles = useStyles();
  const facts = [
    n(`kind.${kind}`),
    ...(validFrom === null ? [] : [n('since', { day: showDate(validFrom) })]),
    ...(validTo === null ? [] : [n('until', { day: showDate(validTo) })]),
  ];
  return (
    <>
      <Text block size={200} className={styles.quiet}>
        {facts.join(', ')}
      </Text>
      <SourceLine source={source} />
    </>
  );
}

/** The document a norm stands in, and how sure that is: in words, not by colour alone. */
export function SourceLine({ source }: { readonly source: Source }) {
  const n = useNormTexts();
  const { language } = useTexts();
  const styles = useStyles();
  const text = n('source.shown', { text: source.text[language] });
  return (
    <div className={styles.source}>
      {source.url ? (
        <Link className={styles.link} href={source.url} target="_blank" rel="noopener noreferrer">
          {text}
        </Link>
      ) : (
        <Text block size={200} className={styles.quiet}>
          {text}
        </Text>
      )}
      <Badge appearance="outline" color={source.status === 'confirmed' ? 'informative' : 'warning'}>
        {n(`status.${source.status}`)}
      </Badge>
    </div>
  );
}
