import type { Insert } from '../reading.ts';

/** What a rule says of the words that it matches. */
export interface InsertRule {
  readonly pattern: RegExp;
  readonly kind: Insert['kind'];
  readonly why: string;
}

/*
 * Letters are Latin ranges, and no pattern has the `u` flag: Unicode classes take longer to compile than to run, and
 * every start of the command pays for it.
 */

/** Separators between a teaser's label and its title. */
const MARK = '(?:[:|»>]|[-–—](?=\\s))';

/** Labels that no prose holds in this spelling, whatever stands before them. */
const TITLE_CASE_LABEL =
  'A(?:lso|LSO) (?:R(?:ead|EAD)|S(?:ee|EE)|W(?:atch|ATCH)|C(?:heck|HECK))' +
  '|R(?:ead|EAD) (?:A(?:lso|LSO)|M(?:ore|ORE)|N(?:ext|EXT))' +
  "|S(?:ee|EE) A(?:lso|LSO)|M(?:ust|UST)[- ]R(?:ead|EAD)|D(?:on|ON)[’']?[tT] M(?:iss|ISS)";

/** Labels that count only where a sentence may begin. */
const SENTENCE_LABEL =
  "Also (?:read|see|watch)|Read (?:also|more|next|full story)|See (?:also|video)|Must[- ]read|Don[’']?t miss|Related" +
  '|RELATED|READ|Read|WATCH|Watch|LISTEN|SEE|READ MORE|READ HERE|MORE|(?:RELATED|Related) (?:stor(?:y|ies)|articles?|coverage|news|roundup|topics?' +
  '|STOR(?:Y|IES)|ARTICLES?|COVERAGE|Stor(?:y|ies)|Articles?|Coverage|News)|Recommended|RECOMMENDED|Further reading' +
  '|In case you missed it|You (?:may|might) also like|More on this(?: story)?|Trending(?: now)?|TRENDING';

/** A teaser's label with its separator: what follows is the title of another story. */
export const TEASER_LABEL = new RegExp(
  `(?<![A-Za-zÀ-ɏ\\d])(?:(?:${TITLE_CASE_LABEL})\\s{0,2}(?:${MARK}|[-–—])|(?:${SENTENCE_LABEL})\\s{0,2}(?:[:|»]|>>))`,
  'g',
);

/** The part of `TEASER_LABEL` that counts anywhere. */
export const UNMISTAKABLE_LABEL = new RegExp(`^(?:${TITLE_CASE_LABEL})`);

/** A teaser or credit in brackets, from the opening bracket to its label. */
export const BRACKETED: readonly InsertRule[] = [
  {
    pattern: new RegExp(
      `^[([]\\s?(?:${TITLE_CASE_LABEL}|${SENTENCE_LABEL}|read more|related|also read|see also)\\s{0,2}(?:${MARK}|[\\])])|^[([]\\s?(?:${TITLE_CASE_LABEL})\\s+[A-ZÀ-Þ]`,
    ),
    kind: 'teaser',
    why: 'a link to another story in brackets',
  },
  {
    pattern:
      /^[([]\s?(?:photo|image|picture|screenshot|video|file photo|photo credit|image credit|picture credit)s?\s?(?::|via |courtesy |by )/i,
    kind: 'credit',
    why: 'the credit of a picture in brackets',
  },
  {
    pattern:
      /^[([]\s?(?:AP Photo|AFP Photo|Reuters Photo|Getty Images|File photo|Getty|AP File|PTI Photo)(?=[\s/,)\]])/i,
    kind: 'credit',
    why: 'the credit of a picture in brackets',
  },
  {
    pattern:
      /^[([]\s?(?:With (?:agency |additional )?inputs? from|With (?:AP|AFP|ANI|IANS|PTI|Reuters|agency|agencies) inputs?|Reporting by|Additional reporting by|Writing by|Editing by|Source: )/,
    kind: 'credit',
    why: 'a credit in brackets',
  },
  { pattern: /^[([]\s?h\/t\b/i, kind: 'credit', why: 'a credit in brackets' },
];

/** Sentences that speak to the reader of the page. Matched against one sentence of at most 300 units, whole. */
export const SENTENCES: readonly InsertRule[] = [
  {
    pattern: /^(?:[A-Za-zÀ-ɏ ,’'-]{1,60}[,?] ?)?(?:please )?click (?:here|on the link|through|the link)\b[^"“”]*$/i,
    kind: 'promotion',
    why: 'it asks the reader to click',
  },
  {
    pattern: /^Click for (?:more|the latest|full)\b[^"“”]*$/,
    kind: 'promotion',
    why: 'it asks the reader to click',
  },
  {
    pattern:
      /^(?:[–—> -]{1,8})?Follow (?:us|me|him|her|them|@\w+|(?:[A-ZÀ-Þ@(][^\s,"“”]{0,30},? |and |the |of |or ){1,10})[^"“”.]{0,40}[Oo]n (?:Twitter|Facebook|Instagram|Google)\b[^"“”]{0,80}$/,
    kind: 'share',
    why: 'it asks the reader to follow somebody',
  },
  {
    pattern: /^Like (?:us|[A-ZÀ-Þ][^"“”]{1,40}) on Facebook\b[^"“”]{0,80}$/i,
    kind: 'share',
    why: 'it asks the reader to follow somebody',
  },
  {
    pattern:
      /^(?:Sign up|Subscribe|Register) (?:now|here|today|to|for|below)\b[^"“”]{0,120}\b(?:newsletter|newsletters|email|e-mail|inbox|alerts|podcast|channel|emails|here|now)\b[^"“”—(]{0,40}$/i,
    kind: 'promotion',
    why: 'it asks the reader to subscribe',
  },
  {
    pattern: /^(?:Get|Want|For more,)[^"“”]{1,80}\b(?:newsletter|inbox)\b[^"“”]{0,60}$/,
    kind: 'promotion',
    why: 'it asks the reader to subscribe',
  },
  {
    pattern:
      /^(?:Please )?Share (?:this|it|your thoughts|your views)\b[^"“”]{0,60}\b(?:article|story|post|page|comments|below|Facebook|Twitter)\b[^"“”]{0,60}$/i,
    kind: 'share',
    why: 'it asks the reader to share',
  },
  {
    pattern:
      /^(?:For (?:all the |the |more )?(?:latest|more|breaking)|(?:Get|Catch|Read|Follow|Find) (?:all )?(?:the |our )?(?:latest|breaking|live)|Stay (?:tuned|updated|connected)|Download (?:the|our)|Join (?:us|our)|Like us)\b[^"“”]{0,120}\b(?:[Aa]pps?|Facebook|Twitter|Telegram|WhatsApp|YouTube|Instagram|channel|newsletters?|Google News|updates|here)\b[^"“”]{0,60}$/,
    kind: 'promotion',
    why: 'it invites the reader to another service',
  },
];

/** Whole paragraphs that are not the article's. Matched against a trimmed paragraph of at most 400 units. */
export const PARAGRAPHS: readonly InsertRule[] = [
  {
    pattern:
      /^["“]?(?:Advertisements?|ADVERTISEMENTS?|Advert|ADVERT|Ads? by [A-Za-zÀ-ɏ ]{2,30}|Sponsored(?: links?| content| by [A-Za-zÀ-ɏ ]{2,30})?|Promoted (?:stories|content)|Paid content)\s?(?:[-–—:.]?\s?(?:(?:content|story|article|scroll)[A-Za-zÀ-ɏ ]{0,40})?)[.:]?["”]?$/i,
    kind: 'promotion',
    why: 'the label of an advertisement',
  },
  {
    pattern:
      /^(?:(?:story|article|post) continues (?:below|after)[A-Za-zÀ-ɏ ]{0,40}|scroll down (?:for|to)[^"“”.]{1,60}|(?:continue reading (?:the main story|below)\s{0,3}){1,40}|skip (?:to|past)[A-Za-zÀ-ɏ ]{1,40}|play video|video loading|poll loading|watch next|view gallery|view photos|view on (?:instagram|twitter)|launch media viewer|loading|please enable javascript[^"“”]{0,60}|hide caption|toggle caption|enlarge(?: this)? image|photo gallery)\s?[.…:]*$/i,
    kind: 'boilerplate',
    why: 'a control of the page',
  },
  {
    pattern:
      /^["“]?(?:read more|read also|also read|see also|see all related|related(?: stor(?:y|ies)| articles?| coverage| news| topics| content| links)?|recommended(?: for you| stories| reading)?|more from [A-ZÀ-Þ][^.!?"“”]{1,50}|more on this(?: story)?|most (?:popular|read|viewed)|trending(?: now| stories)?|you (?:may|might) also (?:like|be interested in)|don[’']?t miss|further reading|in case you missed it|also on [A-ZÀ-Þ][A-Za-zÀ-ɏ ]{1,30}|more stories)\s?[:.…»>]*["”]?$/i,
    kind: 'teaser',
    why: 'the heading of links to other stories',
  },
  {
    pattern:
      /^Read more (?:here|in [^"“”]{1,60}|from [^"“”]{1,60}|at [^"“”]{1,60}|on [^"“”]{1,60}|about [^"“”]{1,80})[.:]?$/i,
    kind: 'teaser',
    why: 'a link to another story',
  },
  {
    pattern: /^READ MORE[ :][^"“”]{1,200}[^.:]$/,
    kind: 'teaser',
    why: 'a link to another story',
  },
  {
    pattern: /^[-–—]?\s?(?:See|Read) more(?: at)?:?\s{1,3}https?:\/\/\S{1,300}$/i,
    kind: 'teaser',
    why: 'a link to another story',
  },
  {
    pattern:
      /^(?:(?:share|tweet|email|e-mail|print|pin it|pin|facebook|twitter|whatsapp|linkedin|reddit|comment|comments|save|copy link)[\s,|/·•:]{0,4}){2,12}$/i,
    kind: 'share',
    why: 'buttons to share the page',
  },
  {
    pattern:
      /^>?\s?(?:share (?:this(?: article| story| post| page)?|on|via|with)(?: (?:facebook|twitter|whatsapp|email|friends|others|linkedin|this))?(?: on (?:facebook|twitter))?|shares?|tweet(?: this)?|follow us|share this with)\s?[:.…]*$/i,
    kind: 'share',
    why: 'buttons to share the page',
  },
  {
    pattern: /^(?:Like Us On Facebook|Follow Us On Twitter|Contact The Author|Follow us:)\s?(?:[|/@ ].{0,100})?$/i,
    kind: 'share',
    why: 'it asks the reader to follow somebody',
  },
  {
    pattern: /^(?:©|\(c\)\s?\d{4}|Copyright\s?(?:©|\(c\)|\d{4}))(?:(?!\bsaid\b)[^"“”])*$/i,
    kind: 'boilerplate',
    why: 'a copyright line',
  },
  {
    pattern:
      /^(?:[^"“”]{1,80}\. )?All rights reserved\.?(?: (?:This material|Do not|No part|Reproduction|Unauthori[sz]ed)[^"“”]{1,250})?$/i,
    kind: 'boilerplate',
    why: 'a copyright line',
  },
  {
    pattern:
      /^(?:Sign up(?: now| here| today)?|Subscribe(?: now| here| today)?|Get our newsletter|Newsletter|Newsletter sign[- ]?up)[.!:]?$/i,
    kind: 'promotion',
    why: 'it asks the reader to subscribe',
  },
  {
    pattern: /^(?:PHOTOS|VIDEO|VIDEOS|GALLERY|LISTEN|POLL|QUIZ): (?:[^\s"“”]{1,30} ){4,25}[^\s"“”]{1,30}(?<![.:])$/,
    kind: 'teaser',
    why: 'a link to another story',
  },
  {
    pattern: /^(?:PHOTO|Photo|IMAGE|PICTURE): (?:[^\s"“”]{1,30} ){6,50}[^\s"“”]{1,30}\.$/,
    kind: 'caption',
    why: 'the caption of a picture',
  },
  {
    pattern:
      /^(?:(?:main |lead |top |featured? )?(?:photos?|images?|pictures?|video|illustration|photography)(?: credits?| courtesy)?\s?(?:[:/]|by |via |courtesy (?:of )?)|credits?:|picture credit)\s?[^.!?"“”]{1,70}\.?$/i,
    kind: 'credit',
    why: 'the credit of a picture',
  },
  {
    pattern:
      /^(?:[A-Za-zÀ-ɏ.@_ ’'-]{2,60}(?:\/| via | for | – | - | \| ))?(?:AP|AFP|Reuters|Getty Images|Getty|EPA|Shutterstock|Corbis|AP Photo|AFP Photo|The Associated Press|NurPhoto|Anadolu)(?:\/[A-Za-zÀ-ɏ. ’'-]{2,50})?(?: Images| via Getty Images|\/File| file photo)?\.?$/,
    kind: 'credit',
    why: 'the credit of a picture or an agency',
  },
  {
    pattern: /^\[[^\]"“”]{0,40}\b(?:via|credit|photo|image|screengrab|h\/t)\b[^\]"“”]{0,80}\]$/i,
    kind: 'credit',
    why: 'the credit of a picture',
  },
  {
    pattern: /^\(?(?:source|via|h\/t|hat tip)\s?: ?[^.!?"“”]{2,60}\.?\)?$/i,
    kind: 'credit',
    why: 'the credit of a source',
  },
  {
    pattern:
      /^[^"“”]{10,300}[.)] ?\(?(?:(?:AP|AFP|Reuters|EPA|PTI) Photo\/[^"“”()]{2,60}|(?:Photo|Image|Picture|Photograph|Photo credit|Credit)s?: [^.!?"“”()]{2,60}|Photo by [^"“”()]{2,60}|[A-Za-zÀ-ɏ .’'-]{2,40}\/(?:AP|AFP|Getty Images|Reuters))\)?\.?$/,
    kind: 'caption',
    why: 'a caption that ends in the credit of its picture',
  },
  {
    pattern:
      /^(?=[^"“”]{30,}$)In this [\s\S]{0,60}?\b(?:photo|image|photograph|picture|frame grab|frame)\b[\s\S]{0,60}?, /,
    kind: 'caption',
    why: 'it describes a picture',
  },
  {
    pattern:
      /^(?:Send (?:us )?(?:your )?tips\b|Have a (?:news )?tip\?|Got a (?:news )?tip\?|To contact the (?:author|editor|reporter|reporters|writer)s?\b|Email us at\b|Have something to (?:add|say))[^"“”]{0,200}$/i,
    kind: 'promotion',
    why: 'it asks the reader to write',
  },
  {
    pattern:
      /^(?:Sorry,? we are not (?:currently )?accepting comments[^"“”]{0,60}|Comments are closed\.?|(?:Leave|Post|Add|View) (?:a |your )?comments?\.?|\d{0,6} ?Comments?)$/i,
    kind: 'boilerplate',
    why: 'a control of the page',
  },
  {
    pattern:
      /^(?:(?:First|Last) )?(?:Published|Updated|Posted|PUBLISHED|UPDATED|POSTED)(?: (?:Date|On|on|At|at|date))?\s?[:|]?\s(?!.*\b(?:the|to|was|said|has|have|and)\b)[^!?"“”]{0,40}\d{4}[^!?"“”]{0,30}$/,
    kind: 'boilerplate',
    why: 'the time of publication',
  },
];
