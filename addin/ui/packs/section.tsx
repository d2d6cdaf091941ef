import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FoldHeading, useFold } from '../parts/fold.tsx';

const useStyles = makeStyles({
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: 'inherit' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
  },
});

interface SectionProps {
  readonly title: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of the screen that opens and closes. What is closed is not made. */
export function Section({ title, isOpenAtFirst = false, children }: SectionProps) {
  const styles = useStyles();
  const fold = useFold(isOpenAtFirst);
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        <FoldHeading fold={fold} className={styles.heading}>
          {title}
        </FoldHeading>
      </h2>
      <div id={fold.id} className={styles.body} hidden={!fold.isOpen}>
        {fold.isOpen ? children : null}
      </div>
    </section>
  );
}
