import { openDesk } from '@hearsay/desk/open-desk';
import { keepHeapsSmall } from '@hearsay/desk/small-heaps';

keepHeapsSmall();
const desk = await openDesk({ ledger: process.argv[2], port: 0 });
process.send?.(desk.address);
process.once('message', () => {
  void desk.close().then(() => process.exit());
});
