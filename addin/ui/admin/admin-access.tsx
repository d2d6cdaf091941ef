/** Gives the parts of administration what the server knows, and the one way to change it. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AdminApi, AdminData } from '../../engine/admin-api.ts';
import { adminApi } from '../../engine/admin-api.ts';
import type { Connection } from '../../engine/sync-contract.ts';
import type { OwnPack } from '../../../shared/packs/own-pack.ts';
import type { Outcome, SyncError } from '../../../shared/sync/error-codes.ts';
import type { AdminTextKey } from '../../../shared/text/admin-texts.ts';
import { adminText } from '../../../shared/text/admin-texts.ts';
import { usePartTexts, type PartTexts } from '../language.tsx';
import { SERVER_PORTS } from '../sending/sending-access.tsx';

export interface AdminDesk {
  /** Null until the server has answered. */
  readonly data: AdminData | null;
  readonly error: SyncError | null;
  readonly isBusy: boolean;
  readonly api: AdminApi;
  /** Norms that can be published as they are. */
  readonly atHand: NormsAtHand;
  /** Keys that were issued and not yet hidden, by person or by what they sign: a look at another part must not lose what is shown only once. */
  readonly issued: ReadonlyMap<string, string>;
  /** Null: it was handed over. */
  readonly keepIssued: (person: string, token: string | null) => void;
  /** The error has been seen. */
  readonly forgetError: () => void;
  /** Does one thing and reads everything anew; the value, or null when it failed and the error is shown. */
  readonly act: <T>(deed: () => Promise<Outcome<T>>) => Promise<T | null>;
}

/** Norms of the open workbook, and those that are being changed in it; null where there are none. */
export interface NormsAtHand {
  readonly inUse: OwnPack | null;
  readonly draft: OwnPack | null;
}

export const NO_NORMS_AT_HAND: NormsAtHand = { inUse: null, draft: null };

const AdminContext = createContext<AdminDesk | null>(null);

interface AdminProviderProps {
  readonly connection: Connection;
  readonly atHand: NormsAtHand;
  readonly children: ReactNode;
}

export function AdminProvider({ connection, atHand, children }: AdminProviderProps) {
  const { address, token } = connection;
  const api = useMemo(() => adminApi({ address, token }, { ports: SERVER_PORTS }), [address, token]);
  const [data, setData] = useState<AdminData | null>(null);
  const [error, setError] = useState<SyncError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [issued, setIssued] = useState<AdminDesk['issued']>(new Map());
  const keepIssued = useCallback<AdminDesk['keepIssued']>((person, token) => {
    setIssued(
      (known) => new Map([...known].filter(([one]) => one !== person).concat(token === null ? [] : [[person, token]])),
    );
  }, []);
  const forgetError = useCallback(() => setError(null), []);
  const show = useCallback((all: Outcome<AdminData>) => {
    if (all.ok) setData(all.value);
    // Why the deed failed tells more than that the list did not come either.
    else setError((known) => known ?? all.error);
  }, []);
  useEffect(() => void api.read().then(show), [api, show]);
  const act = useCallback<AdminDesk['act']>(
    async (deed) => {
      setIsBusy(true);
      setError(null);
      const outcome = await deed();
      if (!outcome.ok) setError(outcome.error);
      show(await api.read());
      setIsBusy(false);
      return outcome.ok ? outcome.value : null;
    },
    [api, show],
  );
  const desk = useMemo(
    () => ({ data, error, isBusy, api, atHand, issued, keepIssued, forgetError, act }),
    [data, error, isBusy, api, atHand, issued, keepIssued, forgetError, act],
  );
  return <AdminContext value={desk}>{children}</AdminContext>;
}

export function useAdmin(): AdminDesk {
  const desk = useContext(AdminContext);
  if (!desk) throw new Error('no admin provider');
  return desk;
}

/** Texts of administration in the chosen language. */
export function useAdminTexts(): PartTexts<AdminTextKey> {
  return usePartTexts(adminText);
}
