/** Verdicts of this program and of pip about plain packages: both install and import them. */
import { compare, works } from '../verdicts.ts';

compare([
  works('six', '1.17.0'),
  works('idna', '3.10'),
  works('certifi', '2025.4.26'),
  works('attrs', '25.3.0', 'attr'),
  works('packaging', '25.0'),
  works('jinja2', '3.1.6'),
  works('click', '8.1.8'),
  works('requests', '2.32.3'),
  works('httpx', '0.28.1'),
  works('rich', '14.0.0'),
  works('pygments', '2.19.1'),
  works('tqdm', '4.67.1'),
  works('pyyaml', '6.0.2', 'yaml'),
  works('markupsafe', '3.0.2'),
  works('psutil', '7.0.0'),
  works('uvloop', '0.21.0'),
  works('gunicorn', '23.0.0'),
]);
