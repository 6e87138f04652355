import type { StoryCard } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** A story in a list: how many articles, how many of them copies, how many origins remain. */
export function StoryRow({ story }: { story: StoryCard }) {
  return (
    <article className="story-row">
      <h3>
        <Link href={hrefs.story(story.id)} data-row="" dir="auto">
          {story.title}
        </Link>
      </h3>
      <p className="facts">
        <strong>{text.counts.originals(story.origins)}</strong>
        <span>{text.counts.articles(story.articles)}</span>
        {story.copies > 0 && <span>{text.counts.copies(story.copies)}</span>}
        <span>
          {text.counts.claims(story.claims)}
          {story.openClaims > 0 && `, ${text.counts.openClaims(story.openClaims)}`}
        </span>
        <span>
          {text.desk.lastChange} <Moment at={story.changedAt} exact />
        </span>
      </p>
    </article>
  );
}
