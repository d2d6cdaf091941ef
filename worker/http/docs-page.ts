/** `/api/docs`: the API's description for people, made in the browser from `/api/openapi.json`. No code from elsewhere. */

export const DOCS_HTML = `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Куратор: API</title>
<link rel="stylesheet" href="/api/docs/docs.css">
</head>
<body>
<h1>Куратор: API</h1>
<p>Описание для программ: <a href="/api/openapi.json">/api/openapi.json</a>. Ключ доступа передаётся в заголовке
<code>Authorization: Bearer kur_…</code></p>
<main id="routes" aria-live="polite">Загружается…</main>
<script src="/api/docs/docs.js"></script>
</body>
</html>
`;

export const DOCS_CSS = `
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
details { border: 1px solid #bbb; border-radius: 4px; margin: .5rem 0; padding: .5rem .75rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
code, pre { font-family: Consolas, monospace; font-size: .9em; }
pre { overflow: auto; background: #f4f4f4; padding: .75rem; max-height: 30rem; }
.method { font-weight: 600; margin-right: .5rem; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1f1f1f; } a { color: #7ab8ff; } pre { background: #2b2b2b; } }
`;

export const DOCS_JS = `
const place = document.getElementById('routes');
const make = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name ?? '' });
const part = (title, value) => [make('h3', title), make('pre', JSON.stringify(value, null, 2))];
fetch('/api/openapi.json').then((answer) => answer.json()).then((api) => {
  place.replaceChildren();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, route] of Object.entries(methods)) {
      const box = document.createElement('details');
      const head = document.createElement('summary');
      head.append(make('span', method.toUpperCase(), 'method'), make('code', path), ' ' + (route.summary ?? ''));
      box.append(head);
      if (route.parameters) box.append(...part('Параметры', route.parameters));
      if (route.requestBody) box.append(...part('Запрос', route.requestBody));
      if (route.responses) box.append(...part('Ответы', route.responses));
      place.append(box);
    }
  }
  place.append(...part('Схемы', api.components?.schemas ?? {}));
}, () => { place.textContent = 'Описание не загрузилось. Обновите страницу.'; });
`;
