import { describe, expect, it } from 'vitest';
import { detectHost } from './host-detection.ts';

const PLAIN = { search: '', hash: '', windowName: '', isFramed: false };

describe('the page', () => {
  it.each([
    ['opened in a browser', {}, 'file'],
    ['asked to be the pane of Excel', { search: '?host=excel' }, 'excel'],
    ['opened by Excel on the desktop', { search: '?_host_Info=Excel$Win32$16.01$ru-RU$$$$0' }, 'excel'],
    ['opened by Excel on the web', { windowName: '{"hostInfo":"Excel|Web|16.01"}' }, 'excel'],
    ['in a frame that says nothing', { isFramed: true }, 'excel'],
    ['in a frame and asked to read files', { isFramed: true, search: '?host=file' }, 'file'],
    ['with another name', { windowName: 'report' }, 'file'],
  ])('%s', (_name, traces, host) => {
    expect(detectHost({ ...PLAIN, ...traces })).toBe(host);
  });
});
