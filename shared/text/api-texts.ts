/** What people read when sending goes wrong: what happened, and what to do. */
import { translator, type Catalogue, type Language } from './format.ts';

const ru = {
  'not-signed-in': 'Сервер не узнал ключ доступа. Проверьте ключ: скопируйте его целиком, без пробелов.',
  'token-expired':
    'Срок входа истёк. Отключитесь и войдите снова; если вы входили по ключу, попросите администратора региона выдать новый.',
  'token-revoked': 'Ключ доступа отозван. Попросите администратора региона выдать новый ключ.',
  'not-allowed':
    'Этот ключ доступа не даёт такого права. Если оно нужно для работы, обратитесь к администратору региона.',
  'not-found': 'Такого адреса, района или реестра нет среди доступных вам. Проверьте, какой район выбран.',
  'method-unknown': 'Сервер не знает такого действия. Закройте панель и откройте её снова: загрузится новая версия.',
  'not-json':
    'Сервер не принял вид данных, ничего не изменено. Закройте панель и откройте её снова: загрузится новая версия.',
  'body-malformed':
    'Сервер не разобрал отправленное, ничего не изменено. Закройте панель и откройте её снова: загрузится новая версия. Если повторится, сообщите администратору.',
  'body-too-large':
    'Отправка слишком велика, ничего не изменено. Закройте панель и откройте её снова: загрузится новая версия. Она отправляет по частям.',
  'too-many-rows':
    'В одной отправке слишком много строк, ничего не изменено. Закройте панель и откройте её снова: загрузится новая версия. Она отправляет по частям.',
  'identifying-data':
    'В отправке есть сведения, похожие на персональные данные, сервер их не принял. Уберите их из графы и повторите.',
  'protocol-too-old':
    'Надстройка старше сервера. Закройте панель и откройте её снова: загрузится новая версия. Потом повторите отправку.',
  'protocol-too-new': 'Сервер старше надстройки. Попросите администратора региона обновить сервер.',
  'push-id-reused': 'Сервер уже получил под этим номером другую отправку, ничего не изменено. Повторите отправку.',
  'epoch-changed': 'Сервер восстановлен из копии. Повторите отправку: надстройка сначала сверит строки.',
  'register-retired':
    'Этот реестр на сервере закрыт: его заменила другая книга. Отправляйте из неё; если это ошибка, обратитесь к администратору региона.',
  'pack-unknown':
    'Сервер не знает таких норм. Выберите другие нормы и проверьте реестр снова или попросите администратора региона обновить сервер.',
  'layout-mismatch': 'Сервер не знает части строк реестра. Повторите отправку.',
  'already-exists': 'Запись с таким обозначением уже есть. Выберите другое обозначение.',
  'own-access': 'Свой доступ изменить или отозвать нельзя. Попросите другого администратора.',
  'webhook-address':
    'Этот адрес не подходит. Нужен адрес в интернете, который начинается с https://, без цифр вместо имени, без имени пользователя и пароля.',
  'pack-invalid': 'Эти нормы не опубликованы: в них есть ошибка. Проверьте набор норм в панели и опубликуйте снова.',
  'pairing-unknown':
    'Такого кода нет, или его время вышло. Сверьте код с экраном сотрудника; код действует десять минут.',
  'pairing-locked': 'Пять раз введён неверный код. Подтверждать подключения можно будет через десять минут.',
  'rate-limited': 'Слишком много обращений подряд. Ничего не потеряно, повторите через минуту.',
  'sending-outdated': 'С тех пор реестр на сервере изменился. Отправьте его ещё раз и посмотрите, что нашла проверка.',
  'errors-remain': 'В реестре остались ошибки: с ними он не сдаётся. Исправьте их, отправьте реестр и сдайте снова.',
  'explanation-missing': 'В реестре есть предупреждения. Напишите пояснение к ним, и реестр можно сдать.',
  'already-decided': 'Этот реестр за период уже рассмотрен. Откройте раздел заново, чтобы увидеть решение.',
  busy: 'Сервер занят: одновременно отправляют другие. Ничего не потеряно, повторите через минуту.',
  unexpected:
    'На сервере произошла ошибка, отправка не принята. Повторите позже; если повторится, назовите администратору номер запроса.',
  'address-malformed': 'Это не похоже на адрес сервера. Пример: https://kurator.example.ru',
  'token-malformed': 'Ключ доступа введён не полностью или с опечаткой. Скопируйте его целиком: он начинается с kur_.',
  'no-connection':
    'Нет связи с сервером. Проверьте сеть и адрес; проверка реестра работает и без сети, отправка продолжится потом.',
  'answer-unreadable':
    'Ответ сервера не разобран, неизвестно, принята ли отправка. Повторите: дважды она не запишется.',
  'not-kurator': 'По этому адресу отвечает не сервер Куратора. Проверьте адрес.',
  'timed-out': 'Сервер не ответил вовремя, неизвестно, принята ли отправка. Повторите: дважды она не запишется.',
  stopped: 'Отправка остановлена. Принятое сервером сохранено, остальное уйдёт при следующей отправке.',
  'memory-damaged':
    'Сведения о прошлых отправках в этой книге повреждены. Они оставлены как есть; обратитесь к администратору.',
  'memory-too-large': 'Реестр слишком велик, чтобы книга запомнила отправку. Разделите его на несколько книг.',
  'nothing-to-send': 'В книге не найдено строк, которые можно отправить. Посмотрите «Как прочитано».',
  'no-district': 'Этот ключ доступа не относится ни к одному району. Обратитесь к администратору региона.',
  'other-district':
    'Эта книга уже отправлялась в другой район. Выберите прежний район; для другого района заведите отдельную книгу.',
  'region-key-needed':
    'Этот реестр уже отправлялся с ключом региона. Введите этот ключ: без него строки на сервере не совпадут.',
  'pane-failed':
    'В панели произошла ошибка. Книга цела, принятое сервером сохранено. Закройте панель, откройте её снова и повторите.',
  'sign-in-stopped': 'Вход не закончен: окно входа закрыто. Начните вход ещё раз.',
  'sign-in-failed':
    'Войти не удалось: система входа вашей организации ответила не так, как ждёт панель. Повторите; если повторится, сообщите администратору региона или войдите по ключу доступа.',
} as const;

const en: Catalogue<keyof typeof ru> = {
  'not-signed-in': 'The server does not know the access key. Check it: copy it whole, without blanks.',
  'token-expired':
    'The sign-in has expired. Disconnect and sign in again; if you used a key, ask the administrator of the region for a new one.',
  'token-revoked': 'The access key has been revoked. Ask the administrator of the region for a new one.',
  'not-allowed': 'This access key does not give that right. If you need it, ask the administrator of the region.',
  'not-found': 'There is no such address, district or register within your reach. Check which district is chosen.',
  'method-unknown': 'The server knows no such action. Close the pane and open it again to load the new version.',
  'not-json':
    'The server did not take this form of data; nothing was changed. Close the pane and open it again to load the new version.',
  'body-malformed':
    'The server could not read what was sent; nothing was changed. Close the pane and open it again to load the new version. If it comes again, tell the administrator.',
  'body-too-large':
    'The sending is too large; nothing was changed. Close the pane and open it again to load the new version. It sends in parts.',
  'too-many-rows':
    'There are too many rows in one sending; nothing was changed. Close the pane and open it again to load the new version. It sends in parts.',
  'identifying-data':
    'The sending holds what looks like personal data, and the server refused it. Remove it and try again.',
  'protocol-too-old':
    'The add-in is older than the server. Close the pane and open it again to load the new version. Then send again.',
  'protocol-too-new': 'The server is older than the add-in. Ask the administrator of the region to update it.',
  'push-id-reused': 'The server has another sending under this number; nothing was changed. Send again.',
  'epoch-changed': 'The server was restored from a copy. Send again: the add-in compares the rows first.',
  'register-retired':
    'This register is closed on the server: another workbook has taken its place. Send from that one; if this is a mistake, ask the administrator of the region.',
  'pack-unknown':
    'The server does not know these norms. Choose others and check again, or ask the administrator of the region for an update of the server.',
  'layout-mismatch': 'The server does not know some rows of the register. Send again.',
  'already-exists': 'There is a record of this name already. Choose another.',
  'own-access': 'Your own access cannot be changed or revoked by yourself. Ask another administrator.',
  'webhook-address':
    'This address cannot be used. It must be an internet address that begins with https://, with a name instead of numbers and without user name and password.',
  'pack-invalid':
    'These norms were not published: there is a mistake in them. Check them in the pane and publish again.',
  'pairing-unknown':
    'There is no such code, or its time is over. Compare it with the screen of your colleague; a code lasts ten minutes.',
  'pairing-locked': 'A wrong code was typed five times. Connections can be approved again in ten minutes.',
  'rate-limited': 'Too many requests in a row. Nothing is lost; try again in a minute.',
  'sending-outdated': 'The register on the server has changed since. Send it again and look at what the check found.',
  'errors-remain': 'The register still has errors and cannot be handed in. Mend them, send it and hand it in again.',
  'explanation-missing': 'The register has warnings. Explain them, and it can be handed in.',
  'already-decided':
    'This register has been decided on for the period already. Open this part again to see the decision.',
  busy: 'The server is busy with sendings of others. Nothing is lost; try again in a minute.',
  unexpected:
    'Something went wrong on the server; the sending was not accepted. Try later, and if it comes again, tell the administrator the request number.',
  'address-malformed': 'This does not look like the address of a server. Example: https://kurator.example.ru',
  'token-malformed': 'The access key is incomplete or mistyped. Copy it whole: it begins with kur_.',
  'no-connection':
    'There is no connection to the server. Check the network and the address; checking works without, sending goes on later.',
  'answer-unreadable':
    'The answer could not be read, so it is unknown whether the sending was accepted. Send again: it will not be written twice.',
  'not-kurator': 'What answers at this address is not a Kurator server. Check the address.',
  'timed-out':
    'The server did not answer in time, so it is unknown whether the sending was accepted. Send again: it will not be written twice.',
  stopped: 'The sending was stopped. What the server accepted is kept; the rest goes with the next sending.',
  'memory-damaged':
    'What this workbook knows of earlier sendings is damaged. It was left as it is; ask the administrator.',
  'memory-too-large':
    'The register is too large for the workbook to remember its sending. Split it into several workbooks.',
  'nothing-to-send': 'The workbook has no rows that can be sent. Look at “How it was read”.',
  'no-district': 'This access key belongs to no district. Ask the administrator of the region.',
  'other-district':
    'This workbook was sent to another district before. Choose that one; use a workbook of its own for another district.',
  'region-key-needed':
    'This register was sent with the key of the region before. Enter that key: without it the rows would not match.',
  'pane-failed':
    'Something went wrong in the pane. The workbook is whole, and what the server accepted is kept. Close the pane, open it again and repeat.',
  'sign-in-stopped': 'The sign-in was not finished: its window was closed. Begin again.',
  'sign-in-failed':
    'Signing in failed: the sign-in of your organisation did not answer as the pane expects. Try again; if it comes again, tell the administrator of the region, or use an access key.',
};

/** Keys of the catalogue. They are the error codes of shared/sync, which a test compares. */
export type ApiTextKey = keyof typeof ru;

export const API_TEXT_KEYS = Object.keys(ru) as readonly ApiTextKey[];

const translate = translator({ ru, en });

/** The sentence for an error code of sending. */
export function apiErrorText(code: ApiTextKey, language: Language): string {
  return translate(language, code);
}
