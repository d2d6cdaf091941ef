/** The protocol of a run, with the fingerprint as soon as it is known. */
import { useEffect, useMemo, useState } from 'react';
import type { ReportSheet } from '../../../shared/domain/report-sheet.ts';
import type { ProtocolInput } from '../../../shared/reports/protocol.ts';
import { protocolSheet } from '../../../shared/reports/protocol.ts';
import type { Run } from '../../engine/session-state.ts';
import { showMoment, useTexts } from '../language.tsx';
import { useSession } from '../session-access.tsx';
import { usePack } from '../use-pack.ts';

export interface Protocol {
  readonly input: ProtocolInput;
  /** Made when it is asked for: a large register has many lines. */
  readonly sheet: () => ReportSheet;
}

/** Null where the norms of the run are no longer at hand. */
export function useProtocol(run: Run): Protocol | null {
  const { language } = useTexts();
  const { workbook } = useSession();
  const hash = useContentHash(run);
  const pack = usePack(run.result.pack.id);
  return useMemo(() => {
    if (!pack) return null;
    const input: ProtocolInput = {
      file: workbook.name,
      result: run.result,
      pack,
      hash,
      checkedAt: showMoment(run.finishedAtMs),
      explanations: new Map(run.explained.map(({ explanation }) => [explanation.identity, explanation])),
      leftOut: run.account.sheets.filter(({ leftOut }) => leftOut !== null).map(({ sheet }) => sheet),
    };
    return { input, sheet: () => protocolSheet(input, language) };
  }, [run, pack, hash, workbook, language]);
}

function useContentHash(run: Run): string | null {
  const session = useSession();
  const [known, setKnown] = useState<{ readonly run: Run; readonly hash: string | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void session.contentHash().then((hash) => {
      if (isCurrent) setKnown({ run, hash });
    });
    return () => {
      isCurrent = false;
    };
  }, [session, run]);
  return known?.run === run ? known.hash : null;
}
