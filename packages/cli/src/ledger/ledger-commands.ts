import { type Command, InvalidArgumentError, Option } from 'commander';

/** Where the ledger is where it is not said: a file in the folder in which the command runs. */
const DEFAULT_LEDGER = 'hearsay.db';

/** `--ledger`, the same for every command that works on one. */
export function ledgerOption(): Option {
  return new Option('--ledger <address>', 'the ledger: a file, or the postgres:// address of a database').default(
    DEFAULT_LEDGER,
  );
}

/** Lets `--ledger` stand before the command too: `hearsay --ledger news.db claim "…"`. What stands behind it goes before. */
export function takeLedgerBefore(program: Command): void {
  program.addOption(new Option('--ledger <address>').hideHelp());
  program.hook('preAction', (_, command) => {
    const { ledger } = program.opts<{ ledger?: string }>();
    if (ledger === undefined) return;
    if (!command.options.some(({ long }) => long === '--ledger')) {
      command.error(`error: ${command.name()} works without a ledger; leave out --ledger ${ledger}`);
    }
    if (command.getOptionValueSource('ledger') !== 'cli') command.setOptionValue('ledger', ledger);
  });
}

/** Adds the commands that fill and keep a ledger; `done` is told whether a command did all of it. */
export function addLedgerCommands(
  program: Command,
  publicationDate: (value: string) => string,
  done: (whole: boolean) => void,
): void {
  program
    .command('ingest')
    .description('take articles into the ledger, which is made where there is none')
    .argument('<inputs...>', 'files, folders, URLs, or - for standard input: text, HTML, JSON lines, WARC, feeds')
    .addOption(ledgerOption())
    .option('--jobs <number>', 'threads that read (default: one a core, at most 8)', jobs)
    .option('--outlet <name>', 'who published them, where the input does not say')
    .option(
      '--published <date>',
      'day or time of publication (ISO 8601), where the input does not say',
      publicationDate,
    )
    .option('--allow-private', 'fetch URLs on private, loopback and link-local addresses too')
    .addHelpText('after', INGEST_EXAMPLES)
    .action(async (inputs: string[], options: import('./ingest-command.ts').IngestCommandOptions) => {
      done(await (await import('./ingest-command.ts')).runIngest(inputs, options));
    });

  program
    .command('desk')
    .description('open the ledger in a browser; on this machine only')
    .addOption(ledgerOption())
    .option('--port <number>', 'where it listens', port, 4400)
    .option('--host <address>', '127.0.0.1 or ::1', '127.0.0.1')
    .option('--no-open', 'do not show it in the browser')
    .option('--allow-private', 'take in URLs on private, loopback and link-local addresses too')
    .addHelpText('after', '\nExample:\n  hearsay desk --ledger news.db\n')
    .action(async (options: import('./desk-command.ts').DeskCommandOptions) => {
      done(await (await import('./desk-command.ts')).runDeskCommand(options));
    });

  program
    .command('skipped')
    .description('list what did not come in, or only in part, and why')
    .addOption(ledgerOption())
    .option('--jsonl', 'print an object a line')
    .addHelpText('after', '\nExamples:\n  hearsay skipped --ledger news.db\n  hearsay skipped --jsonl | jq .code\n')
    .action(async (options: { ledger: string; jsonl?: boolean }) => {
      done(await (await import('./skipped-command.ts')).runSkipped(options));
    });

  program
    .command('reread')
    .description("read the stored articles again with this version and model; editors' decisions stay in force")
    .addOption(ledgerOption())
    .option('--jobs <number>', 'threads that read (default: one a core, at most 8)', jobs)
    .option('--all', 'also those that this version and model have read')
    .addHelpText('after', '\nExample:\n  hearsay reread --ledger news.db\n')
    .action(async (options: import('./reread-command.ts').RereadCommandOptions) => {
      done(await (await import('./reread-command.ts')).runReread(options));
    });

  program
    .command('backup')
    .description('copy the ledger as it stands, while others go on with it')
    .argument('<file>', 'a new file')
    .addOption(ledgerOption())
    .addHelpText('after', '\nExample:\n  hearsay backup news-2031-04-02.db --ledger news.db\n')
    .action(async (file: string, { ledger }: { ledger: string }) => {
      done(await (await import('./keep-commands.ts')).runBackup(file, ledger));
    });

  program
    .command('restore')
    .description('put a backup in the place of the ledger')
    .argument('<file>', 'what "hearsay backup" made')
    .addOption(ledgerOption())
    .option('--replace', 'lose the ledger that is there')
    .addHelpText('after', '\nExample:\n  hearsay restore news-2031-04-02.db --ledger news.db --replace\n')
    .action(async (file: string, { ledger, replace }: { ledger: string; replace?: boolean }) => {
      done(await (await import('./keep-commands.ts')).runRestore(file, ledger, replace ?? false));
    });

  program
    .command('check')
    .description('look over the ledger: its file, its references, and every row against the reading that it is of')
    .addOption(ledgerOption())
    .addHelpText('after', '\nExample:\n  hearsay check --ledger news.db && echo sound\n')
    .action(async ({ ledger }: { ledger: string }) => {
      done(await (await import('./keep-commands.ts')).runCheck(ledger));
    });

  program
    .command('forget')
    .description('take an article down: its words go, the fact and the time of it stay')
    .argument('<article>', 'its address, the id it came with, or its number in the ledger')
    .addOption(ledgerOption())
    .addHelpText('after', '\nExample:\n  hearsay forget https://lennpost.example/bridge --ledger news.db\n')
    .action(async (article: string, { ledger }: { ledger: string }) => {
      done(await (await import('./keep-commands.ts')).runForget(article, ledger));
    });
}

function jobs(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 64) {
    throw new InvalidArgumentError('Give a whole number from 1 to 64.');
  }
  return number;
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('Give a whole number from 1 to 65535, or 0 for any that is free.');
  }
  return number;
}

const INGEST_EXAMPLES = `
What was taken in before is known by its bytes: the same command again, also after it was cut off, adds what is new.

Examples:
  hearsay ingest saved/ --ledger news.db                  a folder of pages and texts
  hearsay ingest articles.jsonl crawl.warc.gz             JSON lines and web archives
  hearsay ingest https://lennpost.example/feed.xml        a feed's articles
  hearsay ingest news/ --ledger postgres://desk@localhost/news
  cat articles.jsonl | hearsay ingest - --outlet "Lenn Post"

Each line of JSON lines: {"id", "text" or "html", "url"?, "outlet"?, "published"?, "title"?}
Exit codes: 0 all in, 1 an input was skipped (hearsay skipped says why) or the ledger failed, 2 wrong usage.
`;
