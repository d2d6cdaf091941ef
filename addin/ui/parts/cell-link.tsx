import type { ReactNode } from 'react';
import { a1 } from '../../../shared/domain/cell-address.ts';
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import { useShowCell } from '../session-access.tsx';
import { SmallLink } from './small-link.tsx';

interface CellLinkProps {
  readonly cell: CellAddress;
  readonly tabIndex?: number;
  /** What the cell is called where its address alone does not say enough. */
  readonly children?: ReactNode;
}

/** The address of a cell, which leads there. */
export function CellLink({ cell, tabIndex = 0, children = a1(cell.row, cell.column) }: CellLinkProps) {
  const showCell = useShowCell();
  return (
    <SmallLink tabIndex={tabIndex} onClick={() => showCell(cell)}>
      {children}
    </SmallLink>
  );
}
