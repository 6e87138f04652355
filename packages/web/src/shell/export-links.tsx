import { type ExportFormat, type ExportScope, routes } from '../api/routes.ts';
import { text } from '../text/en.ts';

const FORMATS: readonly ExportFormat[] = ['jsonl', 'csv', 'web-annotation', 'claim-review', 'citron'];

/** The same as a file, in each format. */
export function ExportLinks({ scope, label }: { scope: ExportScope; label: string }) {
  return (
    <p className="exports">
      {label}:{' '}
      {FORMATS.map((format) => (
        <a key={format} href={routes.exported(format, scope)} download>
          {text.exports[format]}
        </a>
      ))}
    </p>
  );
}
