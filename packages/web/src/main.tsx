import './look/tokens.css';
import './look/type.css';
import './look/shell.css';
import './look/marks.css';
import './look/pages.css';
import './look/print.css';
import { createRoot } from 'react-dom/client';
import { Shell } from './shell/shell.tsx';

createRoot(document.getElementById('desk')!).render(<Shell />);
