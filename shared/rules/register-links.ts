/** Which rows belong to which family, for whoever judges nothing. */
import type { Register } from '../domain/register.ts';
import { createLinkIndex } from './engine/link-index.ts';
import { keyUsage } from './engine/link-keys.ts';
import { rememberedNames } from './engine/run.ts';
import { sheetOrder } from './engine/sheet-order.ts';
import type { Links } from './links.ts';

/** The links of a register that does not change: the same that the rules see. */
export function registerLinks(register: Register): Links {
  return createLinkIndex(register, {
    order: sheetOrder(register.tables),
    usage: keyUsage(register),
    name: rememberedNames(),
  });
}
