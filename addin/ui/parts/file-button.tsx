import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

interface FileButtonProps extends Pick<ButtonProps, 'appearance' | 'aria-describedby' | 'disabled' | 'size'> {
  /** Endings and types, as an input takes them. */
  readonly accept: string;
  readonly isMany?: boolean;
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
  /** What is asked for, where the button says something else. */
  readonly label?: string;
  readonly children: string;
}

/** A button that asks for files. One that was changed meanwhile may be chosen again. */
export function FileButton({ accept, isMany = false, onFiles, children, label = children, ...look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={isMany}
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const [first, ...others] = target.files ?? [];
          target.value = '';
          if (first) onFiles([first, ...others]);
        }}
      />
    </>
  );
}
