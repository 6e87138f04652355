import type { StoryAnswer } from '@hearsay/ledger/questions/answers';
import { EvidenceRow } from '../evidence/evidence-row.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** Who is quoted in a story, with their words. The first speakers stand open. */
export function Quotations({ quotations }: { quotations: StoryAnswer['quotations'] }) {
  return quotations.map(({ speaker, items }, place) => (
    <details key={speaker?.id ?? 'nobody'} className="quoted" open={place < 3}>
      <summary>
        <bdi>{speaker?.name ?? text.noSpeaker}</bdi> <small>{text.number(items.length)}</small>
      </summary>
      {speaker && (
        <p className="facts">
          <Link href={hrefs.entity(speaker.id)}>{text.story.speakerPage}</Link>
        </p>
      )}
      <ul>
        {items.map((evidence) => (
          <li key={evidence.assertionId}>
            <EvidenceRow evidence={evidence} showSpeaker={false} />
          </li>
        ))}
      </ul>
    </details>
  ));
}
