import { a1 } from '../../../shared/domain/cell-address.ts';
import type { CellAddress } from '../../../shared/domain/cell-address.ts';
import { REFUSAL_CODES } from '../../../shared/sync/error-codes.ts';
import type { SendOutcome } from '../../engine/sync-contract.ts';
import { SmallLink } from '../parts/small-link.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { useSession } from '../session-access.tsx';
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
  const session = useSession();
  return (
    <>
      {cells.slice(0, SHOWN).map((cell) => (
        <SmallLink key={`${cell.sheet}!${a1(cell.row, cell.column)}`} onClick={() => void session.goTo(cell)}>
          {a1(cell.row, cell.column)}{' '}
        </SmallLink>
      ))}
      {cells.length > SHOWN ? s('more', { count: cells.length - SHOWN }) : null}
    </>
  );
}
