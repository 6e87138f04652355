import { Key } from '../marks/key.tsx';
import { text } from '../text/en.ts';

/** Offers to make an assertion of the words that are selected. */
export function SelectionTool({ add }: { add: () => void }) {
  return (
    <div className="selection-tool">
      <button type="button" className="main" onPointerDown={(event) => event.preventDefault()} onClick={add}>
        {text.article.addSelected} <Key name="a" />
      </button>
    </div>
  );
}
