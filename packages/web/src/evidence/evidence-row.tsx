import type { Evidence } from '@hearsay/ledger/questions/answers';
import { CertaintyMark } from '../marks/certainty-mark.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { ChainLine } from './chain-line.tsx';
import { evidenceHref } from './evidence-href.ts';

/** One piece of evidence: who says it, through whom, the exact words, and where they stand. */
export function EvidenceRow({ evidence, showSpeaker = true }: { evidence: Evidence; showSpeaker?: boolean }) {
  const copied = evidence.originId !== evidence.articleId;
  return (
    <article className="evidence">
      {showSpeaker && (
        <p className="evidence-who">
          {evidence.speaker ? (
            <Link href={hrefs.entity(evidence.speaker.id)} className="speaker">
              <bdi>{evidence.speaker.name}</bdi>
            </Link>
          ) : (
            <bdi className="speaker nobody">{evidence.source ?? text.noSpeaker}</bdi>
          )}{' '}
          {evidence.cue && <bdi className="cue">{evidence.cue}</bdi>}
        </p>
      )}
      {evidence.chain.length > 1 && <ChainLine chain={evidence.chain} />}
      <blockquote className="words" dir="auto">
        <Link
          data-row=""
          href={evidenceHref(evidence)}
          title={evidence.sentence === evidence.words ? undefined : evidence.sentence}
        >
          {evidence.words}
        </Link>
      </blockquote>
      <p className="facts">
        <CertaintyMark certainty={evidence.certainty} />
        {evidence.stance && <span>{text.stance[evidence.stance]}</span>}
        <span>{text.kind[evidence.kind]}</span>
        <bdi>{evidence.outlet ?? text.noOutlet}</bdi>
        {evidence.published === null ? <span>{text.evidence.undated}</span> : <Moment at={evidence.published} />}
        {copied && <span className="copy-tag">{text.evidence.copy}</span>}
      </p>
    </article>
  );
}
