import { expect, it } from 'vitest';
import { isAtIssuer, signedInPage } from './sign-in-answer.ts';

const ISSUER = 'https://sso.example.ru/realms/kurator';

it.each([
  ['https://sso.example.ru/auth?state=1', true],
  ['https://sso.example.ru.evil.invalid/auth', false],
  ['https://sso.example.ru@evil.invalid/auth', false],
  ['http://sso.example.ru/auth', false],
  ['javascript:alert(1)//https://sso.example.ru', false],
  ['//sso.example.ru/auth', false],
  ['', false],
])('lets a window go on to %s: %s', (address, isAllowed) => {
  expect(isAtIssuer(address, ISSUER)).toBe(isAllowed);
});

it('names its page beside the pane, without what stands behind the address', () => {
  expect(signedInPage('https://kurator.example.ru/pane.html?_host_Info=Excel#x')).toBe(
    'https://kurator.example.ru/signed-in.html',
  );
});
