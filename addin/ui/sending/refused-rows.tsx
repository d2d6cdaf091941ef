import { Fragment } from 'react';
import { sheetA1 } from '../../../shared/domain/cell-address.ts';
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import { REFUSAL_CODES } from '../../../shared/sync/error-codes.ts';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { CellLink } from '../parts/cell-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSendingTexts } from './use-sending-texts.ts';

/** Links beyond this are counted, not listed. */
const SHOWN = 50;

/** Rows that the server did not take, by the reason, with what to do; and what others added and removed there. */
export function RowNews({ outcome }: { readonly outcome: SendOutcome }) {
  const s = useSendingTexts();
  const { refused, addedByOthers, removedByOthers } = outcome;
  return (
    <>
      {REFUSAL_CODES.map((code) => {
        const rows = refused.filter((row) => row.code === code);
        return rows.length === 0 ? null : (
          <Sentence key={code} intent="warning">
            {s('refused', { count: rows.length })} {s(`refused.${code}`)}{' '}
            <CellLinks cells={rows.flatMap(({ cell }) => cell ?? [])} />
          </Sentence>
        );
      })}
      {removedByOthers.length > 0 ? (
        <Sentence intent="warning">
          {s('removed-there', { count: removedByOthers.length })} <CellLinks cells={removedByOthers} />
        </Sentence>
      ) : null}
      {addedByOthers > 0 ? <Sentence intent="info">{s('added-there', { count: addedByOthers })}</Sentence> : null}
    </>
  );
}

function CellLinks({ cells }: { readonly cells: readonly CellAddress[] }) {
  const s = useSendingTexts();
  return (
    <>
      {cells.slice(0, SHOWN).map((cell) => (
        <Fragment key={sheetA1(cell)}>
          <CellLink cell={cell} />{' '}
        </Fragment>
      ))}
      {cells.length > SHOWN ? s('more', { count: cells.length - SHOWN }) : null}
    </>
  );
}
