/** Texts of the address that the weekly digest is sent to. */
import { translator, type Catalogue } from './format.ts';

const RU = {
  lead: 'Раз в неделю сервер может отправлять сводку сроков по районам и кураторам на ваш адрес: в чат или в другую программу. Имён в ней нет.',
  none: 'Адрес не задан: сводка никуда не отправляется.',
  present: 'Сводка отправляется на {url}, адрес задан {at}.',
  url: 'Адрес',
  'url.hint': 'Начинается с https://. Адреса внутренней сети не подходят.',
  set: 'Сохранить адрес',
  test: 'Отправить проверочное сообщение',
  remove: 'Больше не отправлять',
  'remove.sure': 'Удалить адрес? Сводка больше никуда не отправится.',
  'test.good': 'Получатель ответил: принято ({status}).',
  'test.bad': 'Получатель ответил {status}: не принято.',
  'test.silent': 'Ответа нет. Проверьте адрес и доступен ли он из интернета.',
  secret: 'Ключ подписи',
  'secret.once': 'Ключ показывается один раз. Им получатель проверяет, что сообщение от вашего сервера.',
  last: 'Последние отправки',
  'last.none': 'Отправок ещё не было. Первая будет утром после того, как район отправит реестр.',
  'state.delivered': 'Неделя с {week}: принята {at}.',
  'state.waiting':
    'Неделя с {week}: не принята ({status}), попыток {attempts} из {most}. Следующая попытка после {next}.',
  'state.new': 'Неделя с {week}: отправится после {next}.',
  'state.failed':
    'Неделя с {week}: не принята ({status}) после {attempts, plural, one {# попытки} few {# попыток} many {# попыток} other {# попыток}}.',
  'status.none': 'ответа нет',
  'status.code': 'ответ {status}',
} as const;

export type WebhookTextKey = keyof typeof RU;

const EN: Catalogue<WebhookTextKey> = {
  lead: 'Once a week the server can send the digest of what falls due, by district and specialist, to an address of yours: a chat or another program. It holds no names.',
  none: 'No address is set: the digest is sent nowhere.',
  present: 'The digest is sent to {url}, set {at}.',
  url: 'Address',
  'url.hint': 'Begins with https://. Addresses of an internal network cannot be used.',
  set: 'Save the address',
  test: 'Send a test message',
  remove: 'Stop sending',
  'remove.sure': 'Remove the address? The digest will be sent nowhere.',
  'test.good': 'The receiver answered: accepted ({status}).',
  'test.bad': 'The receiver answered {status}: not accepted.',
  'test.silent': 'No answer. Check the address, and that it can be reached from the internet.',
  secret: 'Signing key',
  'secret.once': 'The key is shown once. With it the receiver checks that a message comes from your server.',
  last: 'Last sendings',
  'last.none': 'Nothing was sent yet. The first goes in the morning after a district has sent a register.',
  'state.delivered': 'Week of {week}: accepted {at}.',
  'state.waiting': 'Week of {week}: not accepted ({status}), attempt {attempts} of {most}. The next one after {next}.',
  'state.new': 'Week of {week}: goes after {next}.',
  'state.failed':
    'Week of {week}: not accepted ({status}) after {attempts, plural, one {# attempt} other {# attempts}}.',
  'status.none': 'no answer',
  'status.code': 'answer {status}',
};

export const webhookText = translator<WebhookTextKey>({ ru: RU, en: EN });
