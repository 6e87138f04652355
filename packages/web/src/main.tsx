import './look/tokens.css';
import './look/type.css';
import './look/shell.css';
import './marks/marks.css';
import './evidence/evidence.css';
import './charts/charts.css';
import './look/print.css';
import { createRoot } from 'react-dom/client';
import { Shell } from './shell/shell.tsx';
import { text } from './text/en.ts';

document.documentElement.lang = text.language;
createRoot(document.getElementById('desk')!).render(<Shell />);
