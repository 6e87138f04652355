import type { Problem } from '@hearsay/ledger/questions/answers';
import { useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { post, request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { webAddress } from '../shell/address.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { IngestProgressList } from './ingest-progress-list.tsx';

/** A date that the ledger would not trust is told at once: one before it, or later than anybody's today. */
const FIRST_DAY = '1990-01-01';
const DAY = 24 * 60 * 60 * 1000;

/** The box that takes an address, a pasted report, or files. `finished` is called when an ingest begun here is done. */
export function Intake({ finished }: { finished: () => void }) {
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [about, setAbout] = useState({ title: '', outlet: '', published: '' });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [begun, setBegun] = useState<readonly number[]>([]);
  const dropping = useDrop((dropped) => setFiles((before) => [...before, ...dropped]));
  const picker = useRef<HTMLInputElement>(null);
  const label = useId();
  const hint = useId();

  const trimmed = words.trim();
  const url = /^\S+$/.test(trimmed) ? webAddress(trimmed) : null;

  async function send(event: React.FormEvent) {
    event.preventDefault();
    if (files.length === 0 && trimmed === '') {
      setProblem({ type: 'about:blank', status: 0, title: text.intake.nothing });
      return;
    }
    setSending(true);
    setProblem(null);
    try {
      const sent: number[] = [];
      const { title, ...said } = given(about);
      if (files.length > 0) sent.push(await sendFiles(files, said));
      if (url !== null) sent.push((await post<{ id: number }>(routes.ingests, { url, ...said })).id);
      else if (trimmed !== '')
        sent.push((await post<{ id: number }>(routes.ingests, { text: words, title, ...said })).id);
      setBegun((before) => [...sent, ...before]);
      setWords('');
      setFiles([]);
      setAbout({ title: '', outlet: '', published: '' });
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setSending(false);
    }
  }

  return (
    <section aria-labelledby={label} className="intake" data-dropping={dropping || undefined}>
      <h2 id={label}>{text.intake.title}</h2>
      <form onSubmit={send}>
        <textarea
          aria-label={text.intake.label}
          placeholder={text.intake.placeholder}
          rows={4}
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {files.length > 0 && (
          <ul className="files" aria-label={text.intake.chosen(files.length)}>
            {files.map((file, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files can have one name
              <li key={place}>
                <bdi>{file.name}</bdi>{' '}
                <button
                  type="button"
                  className="quiet"
                  aria-label={`${text.intake.remove} ${file.name}`}
                  onClick={() => setFiles(files.filter((other) => other !== file))}
                >
                  {text.intake.remove}
                </button>
              </li>
            ))}
          </ul>
        )}
        <fieldset className="about" aria-describedby={hint}>
          <legend>{text.intake.more}</legend>
          <label>
            {text.intake.outlet}
            <input value={about.outlet} onChange={(event) => setAbout({ ...about, outlet: event.target.value })} />
          </label>
          <label>
            {text.intake.published}
            <input
              type="date"
              min={FIRST_DAY}
              max={new Date(Date.now() + DAY).toISOString().slice(0, 10)}
              value={about.published}
              onChange={(event) => setAbout({ ...about, published: event.target.value })}
            />
          </label>
          {trimmed !== '' && url === null && (
            <label className="headline">
              {text.intake.headline}
              <input value={about.title} onChange={(event) => setAbout({ ...about, title: event.target.value })} />
            </label>
          )}
          <p id={hint} className="hint">
            {text.intake.noDate}
          </p>
        </fieldset>
        <div className="buttons">
          <button type="submit" className="main" disabled={sending}>
            {sending ? text.intake.sending : url === null ? text.intake.read : text.intake.readUrl}
          </button>
          <button type="button" onClick={() => picker.current?.click()}>
            {text.intake.files}
          </button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={text.intake.files}
            onChange={(event) => {
              setFiles([...files, ...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
        <p className="hint">{text.intake.accepts}</p>
        {problem && <ProblemNotice problem={problem} />}
      </form>
      <IngestProgressList begun={begun} finished={finished} />
    </section>
  );
}

async function sendFiles(files: readonly File[], said: Record<string, string>): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  const { id } = await request<{ id: number }>(routes.ingests, { method: 'POST', body: form });
  return id;
}

/** What was entered. */
function given(about: Record<string, string>): Record<string, string> {
  const entries = Object.entries(about).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** Whether files are held over the page now; `dropped` gets them when they are let go anywhere on it. */
function useDrop(dropped: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const onDropped = useRef(dropped);
  useEffect(() => {
    onDropped.current = dropped;
  });
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onDropped.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
