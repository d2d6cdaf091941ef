import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTexts } from '../language.tsx';

const useStyles = makeStyles({
  editor: {
    position: 'absolute',
    zIndex: 3,
    boxSizing: 'border-box',
    minWidth: '120px',
    padding: '0 4px',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    font: 'inherit',
    fontSize: '13px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

export type EditEnd =
  | { readonly kind: 'keep'; readonly typed: string; readonly move: 'down' | 'right' | 'stay' }
  | { readonly kind: 'drop' };

interface CellEditorProps {
  readonly cell: string;
  readonly initial: string;
  readonly style: CSSProperties;
  readonly onEnd: (end: EditEnd) => void;
}

/** A cell being edited: Enter and Tab keep what is typed, Escape drops it, leaving the field keeps it. */
export function CellEditor({ cell, initial, style, onEnd }: CellEditorProps) {
  const { t } = useTexts();
  const styles = useStyles();
  const [typed, setTyped] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const hasEnded = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const end = (how: EditEnd): void => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(how);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') end({ kind: 'drop' });
    else if (event.key === 'Enter') end({ kind: 'keep', typed, move: 'down' });
    else if (event.key === 'Tab') end({ kind: 'keep', typed, move: 'right' });
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      style={style}
      value={typed}
      aria-label={t('grid.edit', { cell })}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end({ kind: 'keep', typed, move: 'stay' })}
    />
  );
}
