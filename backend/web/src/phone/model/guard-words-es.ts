import type { Words } from '../../shared/model/words.js';
import type { guardNl } from './guard-words-nl.js';

/** What the phone's page says of whether it is the published one, in Spanish. */
export const guardEs: Words<keyof typeof guardNl> = {
  'guard.title': '¿Es esta la página verdadera?',
  'guard.how':
    'De cada versión de esta página publicamos una lista firmada. Tu teléfono guarda la página y solo muestra lo que está en esa lista.',
  'guard.published': 'Lo que ves ahora es la versión {number}, firmada el {day}.',
  'guard.sample': 'Esta es una versión de prueba: esas las firma el propio servidor.',
  'guard.unknown': 'Si el servidor sigue dando lo mismo, ahora no lo sabemos.',
  'guard.not-yet': 'La primera vez, tu teléfono aún no puede comparar nada. Desde la próxima vez sí puede.',
  'guard.limits':
    'Esto no lo frena todo. Quien se apodere del servidor puede poner otro programa en tu navegador en una visita posterior, y eso no siempre lo notas.',
  'guard.swapped': 'En esta dirección hay ahora algo distinto de lo que se publicó',
  'guard.swapped.do':
    'Lo que ves ahora todavía es la página publicada. Mejor no la abras de nuevo, no escribas por ahora nada de lo que dudes, y pregunta por otro camino a alguien de tu equipo si esto está bien.',
};
