/** The manifest of a deployment: the developer's one with other addresses. */

/** Where the pane lies on a developer's machine, as manifest.xml says. */
export const DEVELOPMENT_ADDRESS = 'https://localhost:8787';

/** Why an address cannot serve an add-in, as one sentence for the person who typed it; null when it can. */
export function addressProblem(address: string): string | null {
  const url = URL.parse(address);
  if (!url)
    return `Адрес «${address}» не похож на адрес сайта. Нужен вид https://имя-сайта или https://имя-сайта/папка.`;
  if (url.protocol !== 'https:')
    return 'Office открывает надстройки только по https. Укажите адрес, который начинается с https://.';
  if (url.search || url.hash || url.username)
    return 'В адресе не должно быть вопросительного знака, решётки и имени пользователя.';
  return null;
}

/** The manifest with every address moved. `address` has passed addressProblem; a slash at its end does no harm. */
export function deployedManifest(manifest: string, address: string): string {
  return manifest.replaceAll(DEVELOPMENT_ADDRESS, address.replace(/\/+$/, ''));
}
