import type { DeskAnswer } from '@hearsay/ledger/questions/answers';
import { routes } from '../api/routes.ts';
import { text } from '../text/en.ts';
import { SkippedInputs } from './skipped-inputs.tsx';

const ORDER = ['articles', 'copies', 'origins', 'stories', 'claims', 'entities'] as const;

/** How much the ledger holds. */
export function Totals({ totals }: { totals: DeskAnswer['totals'] }) {
  return (
    <section aria-labelledby="totals" className="totals">
      <header className="section-head">
        <h2 id="totals">{text.desk.totals}</h2>
      </header>
      <dl>
        {ORDER.map((name) => (
          <div key={name}>
            <dt>{text.desk.total[name]}</dt>
            <dd>{text.number(totals[name])}</dd>
          </div>
        ))}
      </dl>
      {totals.skipped > 0 && <SkippedInputs total={totals.skipped} />}
      <p className="exports">
        <a href={routes.corrections} download>
          {text.desk.corrections}
        </a>
      </p>
    </section>
  );
}
