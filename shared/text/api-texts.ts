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
    'Надстройка устарела: сервер новее. Закройте панель и откройте её снова: загрузится новая версия. Потом повторите отправку.',
  'protocol-too-new': 'Сервер устарел: надстройка новее. Попросите администратора региона обновить сервер.',
  'push-id-reused': 'Сервер уже получил под этим номером другую отправку, ничего не изменено. Повторите отправку.',
  'epoch-changed': 'Сервер восстановлен из копии. Повторите отправку: надстройка сначала сверит строки.',
  'register-moved-on':
    'Пока вы отправляли, реестр изменил кто-то ещё. Повторите отправку: надстройка сначала сверит строки.',
  'register-begun':
    'Книга не отправлена: у района появился ещё один реестр. Если вопроса о нём не видно, посмотрите отправку ещё раз. Скажите, что это за книга, и отправьте её снова.',
  'register-retired':
    'Этот реестр на сервере закрыт: его заменила другая книга. Отправляйте из неё; если это ошибка, обратитесь к администратору региона.',
  'too-many-registers':
    'У района столько реестров, что новый не начать. Отправляйте из книги, которую отправляли раньше, или попросите администратора региона закрыть ненужные реестры.',
  'pack-unknown':
    'Сервер не знает таких норм. Выберите другие нормы и проверьте реестр снова или попросите администратора региона обновить сервер.',
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
    'Нет связи с сервером. Проверьте сеть и адрес; проверка реестра работает и без сети. Когда связь появится, повторите.',
  'answer-unreadable':
    'Ответ сервера не разобран. Если это была отправка, неизвестно, принята ли она. Повторите: дважды она не запишется.',
  'not-kurator':
    'По этому адресу отвечает не сервер Куратора. Проверьте адрес; если он верен, откройте в браузере любой сайт: возможно, сеть ждёт, пока вы в неё войдёте.',
  'timed-out':
    'Сервер не ответил вовремя. Если это была отправка, неизвестно, принята ли она. Повторите: дважды она не запишется.',
  'outcome-unknown':
    'Ответ сервера не дошёл, и неизвестно, сделано ли это. Не повторяйте сразу: когда связь появится, откройте раздел заново и посмотрите, нет ли этого уже там.',
  stopped: 'Отправка остановлена. Принятое сервером сохранено, остальное уйдёт при следующей отправке.',
  'memory-damaged':
    'Сведения о прошлых отправках в этой книге повреждены. Они оставлены как есть; обратитесь к администратору.',
  'memory-too-large': 'Реестр слишком велик, чтобы книга запомнила отправку. Разделите его на несколько книг.',
  'memory-not-kept':
    'Книга не приняла запись об отправке, и отправка остановлена: без этой записи строки завелись бы на сервере второй раз. Если книга открыта только для чтения, сохраните её под другим именем; если Excel был занят, повторите.',
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
  'not-signed-in': 'The server does not recognise the access key. Check it: copy the whole key, without spaces.',
  'token-expired':
    "The sign-in has expired. Disconnect and sign in again; if you used a key, ask the region's administrator for a new one.",
  'token-revoked': "The access key has been revoked. Ask the region's administrator for a new one.",
  'not-allowed':
    "This access key does not give you that right. If you need it for your work, ask the region's administrator.",
  'not-found':
    'There is no such address, district or register among those you may see. Check which district is chosen.',
  'method-unknown': 'The server does not know this action. Close the pane and open it again to load the new version.',
  'not-json':
    'The server did not accept data in this form; nothing was changed. Close the pane and open it again to load the new version.',
  'body-malformed':
    'The server could not read what was sent; nothing was changed. Close the pane and open it again to load the new version. If this happens again, tell the administrator.',
  'body-too-large':
    'Too much was sent at once; nothing was changed. Close the pane and open it again to load the new version, which sends in parts.',
  'too-many-rows':
    'Too many rows were sent at once; nothing was changed. Close the pane and open it again to load the new version, which sends in parts.',
  'identifying-data':
    'What was sent contains something that looks like personal data, and the server refused it. Remove it from the column and try again.',
  'protocol-too-old':
    'The add-in is older than the server. Close the pane and open it again to load the new version. Then send again.',
  'protocol-too-new': "The server is older than the add-in. Ask the region's administrator to update the server.",
  'push-id-reused':
    'The server has already received something else under this number; nothing was changed. Send again.',
  'epoch-changed': 'The server was restored from a copy. Send again: the add-in compares the rows first.',
  'register-moved-on':
    'Somebody else changed the register while you were sending. Send again: the add-in compares the rows first.',
  'register-begun':
    'The workbook was not sent: the district now has another register. If you see no question about it, look at the sending again. Say which workbook this is, and send it again.',
  'register-retired':
    "This register is closed on the server: another workbook has replaced it. Send from that one; if this is a mistake, ask the region's administrator.",
  'too-many-registers':
    "The district has so many registers that no other can be begun. Send from a workbook that was sent before, or ask the region's administrator to close registers that are not needed.",
  'pack-unknown':
    "The server does not know these norms. Choose other norms and check the register again, or ask the region's administrator to update the server.",
  'already-exists': 'A record with this name already exists. Choose another name.',
  'own-access': 'You cannot change or revoke your own access. Ask another administrator.',
  'webhook-address':
    'This address cannot be used. It must be an internet address that begins with https://, has a name rather than numbers, and has no user name or password in it.',
  'pack-invalid': 'These norms were not published: they contain a mistake. Check them in the pane and publish again.',
  'pairing-unknown':
    "There is no such code, or it has expired. Compare it with your colleague's screen; a code is valid for ten minutes.",
  'pairing-locked': 'A wrong code was entered five times. Connections can be approved again in ten minutes.',
  'rate-limited': 'Too many requests in a row. Nothing is lost; try again in a minute.',
  'sending-outdated': 'The register on the server has changed since then. Send it again and see what the check found.',
  'errors-remain':
    'The register still has errors and cannot be handed in. Fix them, send the register and hand it in again.',
  'explanation-missing': 'The register has warnings. Explain them, and you can hand it in.',
  'already-decided':
    'A decision on this register for the period has already been made. Open this section again to see it.',
  busy: 'The server is busy: others are sending at the same time. Nothing is lost; try again in a minute.',
  unexpected:
    'An error occurred on the server; what you sent was not accepted. Try again later; if this happens again, tell the administrator the request number.',
  'address-malformed': 'This does not look like a server address. Example: https://kurator.example.ru',
  'token-malformed': 'The access key is incomplete or mistyped. Copy the whole key: it begins with kur_.',
  'no-connection':
    'No connection to the server. Check the network and the address; checking works without a network. Try again when the network is back.',
  'answer-unreadable':
    "The server's answer could not be read. If you were sending, it is not known whether the data were accepted. Try again: nothing is written twice.",
  'not-kurator':
    'What answers at this address is not a Kurator server. Check the address; if it is right, open any website in a browser: the network may be waiting for you to sign in to it.',
  'timed-out':
    'The server did not answer in time. If you were sending, it is not known whether the data were accepted. Try again: nothing is written twice.',
  'outcome-unknown':
    "The server's answer did not arrive, so it is not known whether this was done. Do not repeat it at once: when the connection is back, open this section again and see whether it is already there.",
  stopped: 'Sending was stopped. What the server accepted is kept; the rest will go next time.',
  'memory-damaged': "This workbook's record of what was sent is damaged. It was left as it is; ask the administrator.",
  'memory-too-large':
    'The register is too large for the workbook to remember what was sent. Split it into several workbooks.',
  'memory-not-kept':
    'The workbook did not take the record of the sending, so the sending was stopped: without the record the rows would be created on the server a second time. If the workbook is open for reading only, save it under another name; if Excel was busy, try again.',
  'nothing-to-send': 'The workbook has no rows that can be sent. Look at “How it was read”.',
  'no-district': "This access key does not belong to any district. Ask the region's administrator.",
  'other-district':
    'This workbook was sent to another district before. Choose that district; for a different one start a separate workbook.',
  'region-key-needed':
    "This register was sent before with the region's key. Enter that key: without it the rows on the server will not match.",
  'pane-failed':
    'An error occurred in the pane. The workbook is intact, and what the server accepted is kept. Close the pane, open it again and retry.',
  'sign-in-stopped': 'The sign-in was not finished: its window was closed. Start again.',
  'sign-in-failed':
    "Signing in failed: your organisation's sign-in did not answer as the pane expects. Try again; if this happens again, tell the region's administrator, or use an access key.",
};

/** Keys of the catalogue. They are the error codes of shared/sync, which a test compares. */
export type ApiTextKey = keyof typeof ru;

export const API_TEXT_KEYS = Object.keys(ru) as readonly ApiTextKey[];

const translate = translator({ ru, en });

/** The sentence for an error code of sending. */
export function apiErrorText(code: ApiTextKey, language: Language): string {
  return translate(language, code);
}
