import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** What the page of the paper says, and the paper itself, in Spanish. */
export const paperEs: Words<PaperKey> = {
  'paper.lead': 'Tu teléfono hace un papel con tu plan, en pdf. Eso pasa aquí: no se envía nada.',
  'paper.neutral': 'No lleva el nombre de ninguna organización ni logotipo.',
  'paper.what': '¿Qué va en él?',
  'paper.part.areas': '¿Cómo va?',
  'paper.part.goals': 'Metas',
  'paper.part.phases': 'Dónde estoy ahora',
  'paper.part.appointments': 'Citas',
  'paper.part.agreement': 'Lo que acordamos',
  'paper.top': 'Arriba del todo',
  'paper.top.hint': 'Puede quedar vacío. Por ejemplo un nombre; solo se añade lo que escribes aquí.',
  'paper.names':
    'En tu plan está el nombre de una organización: {names}. En el papel se convierte en una raya.',
  'paper.names.leave': 'Dejar ese nombre en el papel',
  'paper.conflicts': 'De algo en tu plan aún hay dos versiones. En el papel va la más nueva.',
  'paper.make': 'Hacer el papel',
  'paper.nothing': 'Elige primero qué va en él.',
  'paper.making': 'Se está haciendo tu papel…',
  'paper.ready': {
    one: 'Tu papel está listo: una página.',
    other: 'Tu papel está listo: {count} páginas.',
  },
  'paper.keep': 'Guardar en este teléfono',
  'paper.share': 'Compartir o imprimir',
  'paper.kept': 'El papel está ahora en tus descargas.',
  'paper.care':
    'Quien tenga en las manos tu teléfono o el papel puede leerlo. Borrarlo todo en esta página no quita el papel.',
  'paper.pictured': 'Estas palabras van como imagen, tal como las muestra tu teléfono: {words}',
  'paper.missing': 'Esto no podía ir en el papel. En su lugar hay una casilla vacía: {words}',
  'paper.failed': 'No se pudo hacer el papel. Prueba otra vez.',
  'paper.file': 'papel',
  'paper.heading': 'Mi plan',
  'paper.heading.appointments': 'Mis citas',
  'paper.agreed': 'Ambas partes estamos de acuerdo con estas palabras.',
  'paper.not-agreed': 'Aún no estamos de acuerdo las dos partes con estas palabras.',
  'paper.boxes': 'Una casilla vacía está en lugar de un signo que no podía ir en este papel.',
};
