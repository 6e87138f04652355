const SCRIPT = '<script>document.title="run"</script>';
const IMAGE = '<img src=x onerror="document.title=\'run\'">';
/** Right-to-left override and isolates that are never closed. */
const TURNED = '\u202egnp.exe\u202c \u2067\u2066never closed';

/** Articles that try to be more than words; what they would do, were they run, is to change the title of the page. */
export const hostileArticles: readonly Record<string, string>[] = [
  {
    id: 'script in every field',
    title: `${SCRIPT} bridge closed`,
    outlet: `${IMAGE} Gazette`,
    url: `https://gazette.example/"><script>document.title='run'</script>`,
    published: '2026-05-01',
    text: `${SCRIPT} The mayor, Ola Brend, said on Friday that ${IMAGE} the bridge was closed. “${SCRIPT} It is not safe,” she said.`,
  },
  {
    id: 'javascript address',
    title: 'A link',
    outlet: 'Gazette',
    url: 'javascript:document.title="run"',
    text: 'The harbour master, Ivo Tarn, denied that the ferry was late. javascript:alert(1) is what he wrote, he said.',
  },
  {
    id: 'data address',
    title: 'Another link',
    url: 'data:text/html,<script>document.title="run"</script>',
    text: 'The union said that its members would strike from Monday.',
  },
  {
    id: `turned ${TURNED}`,
    title: `Turned ${TURNED}`,
    outlet: `\u202eettezaG`,
    text: `The minister said “${TURNED}” and left. الوزير قال إن الجسر مغلق, the minister said.`,
  },
  {
    id: 'one long line',
    title: 'Long',
    text: `The clerk said that ${'the bridge is closed and '.repeat(42_000)}that was all.`,
  },
  {
    id: 'one long word',
    title: 'W'.repeat(5000),
    outlet: 'O'.repeat(3000),
    text: `The clerk said that ${'x'.repeat(100_000)} was all.`,
  },
  {
    id: 'names in markup',
    title: 'Names',
    text: `${IMAGE} Vell said that the dam was safe. Mara <b onmouseover=alert(1)>Vell</b> told reporters that "</textarea>${SCRIPT}" was all.`,
  },
  {
    id: 'page with handlers',
    title: 'Page',
    html: `<html><body><article><h1 onclick="document.title='run'">Dam holds</h1><p>The dam is safe, engineer Nils Aro said on Monday, ${IMAGE} and would hold all winter long.</p><p>“We looked twice,” he said. <svg onload="document.title='run'"></svg></p></article></body></html>`,
  },
  {
    id: 'nul and controls',
    title: 'Controls \u0000\u0007',
    text: 'The clerk said \u0000\u0007\u001b[31m that \u2028 the \u2029 bridge \ufeff was open.',
  },
  { id: 'half of a pair', title: 'Half', text: 'The clerk said that \ud83d was half a sign, and \udc00 the other.' },
  {
    id: '__proto__',
    title: 'constructor',
    outlet: 'hasOwnProperty',
    text: 'The constructor said that __proto__ was polluted.',
  },
  {
    id: '=cmd',
    title: '=HYPERLINK("http://evil.example")',
    outlet: '+1',
    text: '“=1+1” is what he typed, the clerk said. “@SUM(A1)” came next, he said.',
  },
];
