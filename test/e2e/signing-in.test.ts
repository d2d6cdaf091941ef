/**
 * Signing in with the account of an organisation: the pane opens the issuer's page, the issuer gives a code, the pane a
 * token, and the real server checks it against the issuer's keys. The issuer is a small one of this test: its pages are
 * answered within the browser, its keys by a server of this machine.
 */
import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { REGION } from '../../scripts/start/training-region.ts';
import { accessibilityFaults } from './accessibility.ts';
import { button, picture } from './people-steps.ts';
import { ownStage } from './stage.ts';

const ISSUER = 'https://issuer.invalid/realm';
const AUDIENCE = 'kurator-api';
const CORS = { 'access-control-allow-origin': '*' };

const keys = await generateKeyPair('ES256', { extractable: true });
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'e1', alg: 'ES256', use: 'sig' };
const keyServer = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] })),
);

await new Promise<void>((done) => {
  keyServer.listen(0, '127.0.0.1', done);
});
afterAll(() => keyServer.close());
const address = keyServer.address();
const stage = ownStage({
  OIDC_ISSUER: ISSUER,
  OIDC_AUDIENCE: AUDIENCE,
  OIDC_JWKS: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks`,
  OIDC_REGION: REGION.id,
  OIDC_CLIENT_ID: 'kurator-pane',
});

async function tokenOf(role: string): Promise<string> {
  return await new SignJWT({ kurator_role: role, kurator_districts: ['lesnoy'], name: 'Берестова' })
    .setProtectedHeader({ alg: 'ES256', kid: 'e1', typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject('user-1')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(keys.privateKey);
}

/** Answers for the issuer: its description, its page with one link back, and the token for a proved code. */
async function issuerIn(context: BrowserContext, role: string): Promise<void> {
  let challenge = '';
  const answer = async (route: Route): Promise<void> => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/openid-configuration')) {
      const json = { issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token` };
      return await route.fulfill({ json, headers: CORS });
    }
    if (url.pathname.endsWith('/auth')) {
      challenge = url.searchParams.get('code_challenge') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'c1');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      const body = `<meta charset="utf-8"><a href="${back.href.replaceAll('&', '&amp;')}">Войти как Берестова</a>`;
      return await route.fulfill({ contentType: 'text/html', body });
    }
    const form = new URLSearchParams(route.request().postData() ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('code') !== 'c1' || proof !== challenge) return await route.fulfill({ status: 400, headers: CORS });
    return await route.fulfill({ json: { access_token: await tokenOf(role), token_type: 'Bearer' }, headers: CORS });
  };
  await context.route(`${ISSUER}/**`, answer);
}

async function regionPage(role: string): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width: 400, height: 800 }, locale: 'ru-RU' });
  await issuerIn(context, role);
  const page = await context.newPage();
  await page.goto(stage.server.address);
  await button(page, 'Сводка региона').click();
  await button(page, 'Войти через учётную запись организации').waitFor();
  return page;
}

const SIGN_IN = 'Войти через учётную запись организации';

describe('signing in with the account of an organisation', () => {
  it('opens the page of the issuer and comes back with its rights; nothing of it is kept', async () => {
    const page = await regionPage('manager');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'sign-in', [320, 400, 1280]);
    const opening = page.waitForEvent('popup');
    await button(page, SIGN_IN).click();
    const popup = await opening;
    await page.getByText(/Войдите в открывшемся окне/).waitFor();
    const closing = popup.waitForEvent('close');
    await popup.getByRole('link', { name: 'Войти как Берестова' }).click();
    await closing;
    await page.getByText('Берестова, Учебный регион').waitFor();
    await page
      .getByRole('row', { name: /Лесной район/ })
      .first()
      .waitFor();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toMatch(/ey[A-Za-z0-9_-]+\.|c1/);
    await page.context().close();
  });

  it('says what is wrong when the issuer gives no right, and when the person gives up', async () => {
    const page = await regionPage('nobody');
    const opening = page.waitForEvent('popup');
    await button(page, SIGN_IN).click();
    const popup = await opening;
    await popup.getByRole('link', { name: 'Войти как Берестова' }).click();
    await page.getByText(/не даёт такого права/).waitFor();
    await button(page, SIGN_IN).click();
    await button(page, 'Отмена').click();
    await expect.poll(() => page.getByText(/Вход не закончен/).count()).toBe(1);
    await page.context().close();
  });

  it('takes nobody to an address that is not of the issuer', async () => {
    const page = await stage.browser.newPage();
    const left: string[] = [];
    page.on('request', (request) => left.push(request.url()));
    for (const to of [
      'https://evil.invalid/auth',
      'javascript:alert(1)',
      `${ISSUER.replace('.invalid', '.invalid.evil')}`,
    ])
      await page.goto(`${stage.server.address}/signed-in.html#to=${encodeURIComponent(to)}`);
    await page.getByText(/Это окно можно закрыть/).waitFor();
    expect(left.filter((url) => !url.startsWith(stage.server.address))).toEqual([]);
    await page.close();
  });
});
