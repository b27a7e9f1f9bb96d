import { handoverEs } from '../../shared/model/handover-words-es.js';
import type { Words } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

/** What the phone's page says of another team that is proposed, in Spanish. */
export const leadEs: Words<keyof typeof leadNl> = {
  ...handoverEs,
  'lead.team.in': 'el equipo de {place}',
  'lead.team.national': 'el equipo para todo el país',
  'lead.team.other': 'el otro equipo',
  'lead.proposed': '{name} propone otro equipo',
  'lead.proposed-someone': 'Tu equipo propone otro equipo',
  'lead.in': 'Equipo de {place}',
  'lead.national': 'Equipo para todo el país',
  'lead.other': 'Otro equipo',
  'lead.reason.covers': 'trabaja en el municipio del que se trata',
  'lead.reason.near': 'cerca',
  'lead.reason.national': 'para todo el mundo, estés donde estés',
  'lead.reason.open': 'estaba abierto cuando se propuso esto',
  'lead.reason.waiting-list': 'tiene lista de espera',
  'lead.reason.unknown': 'no se sabe si hay sitio',
  'lead.reason.not-taking': 'ahora no acepta preguntas nuevas',
  'lead.reason.speaks': 'habla un idioma que nombraste',
  'lead.who': '¿Quiénes son?',
  'lead.speaks': 'Idiomas: {languages}.',
  'lead.means': 'Si dices que sí',
  'lead.means.reads': 'Desde entonces alguien de ese equipo puede leer y escribir aquí.',
  'lead.means.before': 'Lo que ya está aquí no lo leen. Tú eliges qué más quieres pasar.',
  'lead.means.stays':
    'Tu propio equipo se queda al principio. Después la conversación puede pasar del todo; entonces también lee alguien más de allí.',
  'lead.means.back':
    'Mientras no haya pasado del todo, puedes echarte atrás. Entonces ya no leen nada nuevo.',
  'lead.yes': 'Que entren',
  'lead.no': 'Mejor no',
  'lead.no.hint': '¿Mejor no? Entonces ese equipo no sabe nada de ti, y todo queda como está.',
  'lead.working': 'Un momento…',

  'lead.consented': 'Falta que responda {team}',
  'lead.consented.by': 'Leen desde ahora. Dirán si pueden seguir contigo {when}.',
  'lead.consented.text': 'Leen desde ahora, y aún tienen que decir si pueden seguir contigo.',
  'lead.accepted': 'Ahora hay dos equipos',
  'lead.accepted.text':
    'Tu propio equipo y {team} leen a la vez. Cuándo pasa tu conversación se acuerda entre todos.',
  'lead.choices': 'Qué puedes hacer',
  'lead.pass-on': 'Pasar algo',
  'lead.take-back': 'Echarse atrás',
  'lead.stay': 'Seguir con tu propio equipo',
  'lead.sure': 'Entonces {team} ya no participa. Lo que ya leyó, quizá lo recuerde.',
  'lead.sure.yes': 'Sí, hazlo',
  'lead.sure.no': 'No, déjalo así',

  'lead.handed-over': 'Ahora lleva tu conversación {team}',
  'lead.handed-over.text': 'Tu primer equipo ya no lee nada nuevo. Lo que ya está aquí se queda aquí.',
  'lead.stays': 'Sigues con tu propio equipo',
  'lead.stays.text': 'El otro equipo ya no participa. Tu conversación sigue como siempre.',
  'lead.refused': 'Elegiste: mejor no',
  'lead.refused.text':
    'Está bien. El otro equipo no ha sabido nada de ti. Tu conversación sigue como siempre.',
  'lead.full': 'Ese equipo ahora no tiene sitio',
  'lead.full.text': 'No es culpa de nadie. Ya no participan. Con tu propio equipo puedes seguir buscando.',
  'lead.does-not-fit': 'Ese equipo no puede hacer esto por ti',
  'lead.does-not-fit.text':
    'No es culpa de nadie: no todos los equipos están para todas las preguntas. Ya no participan. Con tu propio equipo puedes seguir buscando.',
  'lead.no-answer': 'Ese equipo no respondió a tiempo',
  'lead.no-answer.text':
    'No tiene que ver contigo. Ya no participan. Con tu propio equipo puedes seguir buscando.',
  'lead.withdrawn': 'Esta propuesta no sigue adelante',
  'lead.withdrawn.text':
    'El otro equipo no participa. Tu conversación con tu propio equipo sigue como siempre.',
  'lead.close': 'Cerrar este aviso',

  'lead.failed.away': 'Aún no se pudo: no llegamos al servidor. Prueba otra vez dentro de un momento.',
  'lead.failed.nobody': 'Ahora no hay nadie disponible en ese equipo. No ha cambiado nada. Prueba más tarde.',
  'lead.failed.not-trusted': 'No pudimos comprobar si ese equipo es real. Por eso no ha cambiado nada.',
  'lead.failed.gone': 'Ese equipo ahora no participa. No ha cambiado nada.',
  'lead.failed.too-long': 'Es demasiado para una tarjeta. Quita algo.',
  'lead.failed.unknown': 'No se pudo. No ha cambiado nada. Prueba otra vez más tarde.',

  'pass.title': '¿Qué quieres pasar?',
  'pass.lead':
    'El nuevo equipo no lee nada de antes. Lo que eliges aquí va en una tarjeta que sí ven. Nada es obligatorio.',
  'pass.others':
    'Todas las personas que están ahora en tu conversación ven la tarjeta, también tu primer equipo si sigue ahí.',
  'pass.words': 'Con tus propias palabras',
  'pass.words.hint': 'Por ejemplo, lo que no quieres explicar otra vez.',
  'pass.messages': 'De tu conversación',
  'pass.messages.hint': 'Lo que escribiste tú aún puedes cambiarlo.',
  'pass.earlier': 'Mostrar mensajes anteriores',
  'pass.changed': 'Así se envía',
  'pass.facts': 'Lo que contaste sobre ti',
  'pass.plan': 'Tu plan',
  'pass.plan.whole': 'Todo mi plan',
  'pass.plan.hint': 'El nuevo equipo lo ve como está ahora, y puede escribir en él.',
  'pass.look': 'Ver la tarjeta',
  'pass.empty': 'Elige algo primero, o escribe algo.',
  'pass.too-many': {
    one: 'En una tarjeta cabe {count} mensaje. Quita algunos.',
    other: 'En una tarjeta caben {count} mensajes. Quita algunos.',
  },
  'pass.too-long': {
    one: 'Es demasiado largo. Quita {count} carácter.',
    other: 'Es demasiado largo. Quita {count} caracteres.',
  },
  'pass.seen': 'Así lo ve el nuevo equipo',
  'pass.seen.text': 'Se envía esto, y nada más.',
  'pass.seen.plan': 'Tu plan, como lo ven',
  'pass.send': 'Enviar la tarjeta',
  'pass.change': 'Cambiar algo',
  'pass.gone': 'Ahora no hay nadie de un equipo nuevo a quien pasar algo.',
};
