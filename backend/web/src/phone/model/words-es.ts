import type { Words } from '../../shared/model/words.js';
import { sharedEs } from '../../shared/model/words-es.js';
import type { nl } from './words-nl.js';

/** What the phone's page says, in Spanish. */
export const es: Words<keyof typeof nl> = {
  ...sharedEs,
  'page.name': 'Notas',
  back: 'Atrás',

  leave: 'Salir ya',
  close: 'Cerrar',
  call: 'Llama al {number}',
  'safe.open': 'Estar a salvo',
  'here.title': 'En este teléfono: un código, o no guardar nada',
  'welcome.title': '¿Tienes una pregunta?',
  'welcome.lead':
    'Escribe a alguien que piensa contigo. Sobre trabajo, dinero, vivienda, salud o lo que sea.',
  'welcome.known.title': 'Qué sabemos de ti',
  'welcome.known.who': 'No sabemos quién eres: no pedimos nombre, número ni correo.',
  'welcome.known.words': 'No sabemos qué escribes: solo lo leen las personas del equipo que eliges.',
  'welcome.known.traffic':
    'Sí vemos que llega un mensaje y desde qué dirección de internet, pero no guardamos esa dirección.',
  'welcome.known.relayed':
    'Sí vemos que llega un mensaje. Tu dirección de internet solo la vemos cuando abres esta página: los mensajes pasan por un intermediario de otra organización, que no puede leerlos.',
  'welcome.start': 'Escribir un mensaje',
  'welcome.card': 'Tengo una tarjeta',
  'welcome.return': 'Ya estuve aquí',
  'welcome.words': 'Sobre estas palabras',

  'phrase.title': 'Volver con doce palabras',
  'phrase.none': 'Si pierdes este teléfono, pierdes la conversación. Con doce palabras puedes volver.',
  'phrase.held':
    'Tienes doce palabras para volver. ¿Las perdiste, o alguien las vio? Entonces haz otras nuevas.',
  'phrase.make': 'Crear mis doce palabras',
  'phrase.new': 'Crear palabras nuevas',

  'moved.forget': 'Borrarlo en este teléfono',
  'moved.return': 'Recuperarlo aquí',

  'erase.title': 'Borrar',
  'erase.about': 'Puedes borrar esta conversación, o todo. Siempre se puede, también sin conexión.',
  'erase.begin': 'Borrar…',
  'erase.waits': 'Aquí se borró algo. El aviso al servidor sale en cuanto haya conexión.',
  'talk.erase-forged':
    'Un dispositivo del equipo pidió borrarlo todo. Eso solo puedes hacerlo tú: no se borró nada.',

  'card.title': 'Tu tarjeta',
  'card.lead': 'Una tarjeta tiene ocho palabras. Da igual si usas mayúsculas o guiones.',
  'card.label': 'Las ocho palabras',
  'card.use': 'Usar la tarjeta',
  'card.without': 'Seguir sin tarjeta',
  'card.count': {
    one: 'Aquí hay {count}. Una tarjeta tiene ocho palabras.',
    other: 'Aquí hay {count}. Una tarjeta tiene ocho palabras.',
  },
  'card.unknown': '«{word}» no está en ninguna tarjeta. Mira esa palabra otra vez.',
  'card.meant': 'Quizá es…',
  'card.invalid': 'Esta tarjeta no vale.',
  'card.invalid.do':
    'Quizá una palabra no es correcta, o la tarjeta es muy antigua. Revisa las palabras, o sigue sin tarjeta. Eso siempre se puede.',
  'card.waits': 'Abriste una tarjeta.',
  'card.waits.do': 'Aquí ya tienes una conversación. Puedes seguir con ella.',
  'card.begin': 'Empezar otra conversación con la tarjeta',

  'memory.title': 'Qué recuerda esta página',
  'memory.here':
    'Tus mensajes están solo en este navegador. Si más tarde abres la misma página en el mismo teléfono, sigues donde estabas.',
  'memory.yes': 'Tu navegador ha prometido guardarlos.',
  'memory.unsure': 'Tu navegador puede borrarlos si el teléfono se llena.',
  'memory.never': 'Tu navegador no guarda nada aquí. Si cierras la página, pierdes la conversación.',
  'memory.iphone':
    'Un iPhone o iPad puede borrarlo todo si pasas siete días sin mirar. Vuelve antes de una semana.',
  'memory.others':
    'Quien puede abrir tu teléfono puede leerlos. Una ventana privada lo olvida todo al cerrarse.',
  'memory.map': 'Lugares: GeoNames (CC BY 4.0, adaptado) y la oficina de estadística CBS.',

  'place.title': '¿Por dónde estás?',
  'place.why':
    'Así encontramos un equipo cerca. La búsqueda se hace en tu teléfono; esto no llega al servidor.',
  'place.label': 'Localidad o municipio',
  'place.found': { one: '{count} lugar encontrado', other: '{count} lugares encontrados' },
  'place.none': 'No conocemos ese lugar. Prueba con otro que esté cerca.',
  'place.meant': 'No conocemos ese lugar. Quizá es…',
  'place.in': 'municipio de {municipality}',
  'place.map': 'Elegir en el mapa',
  'place.map.label': 'Mapa de los Países Bajos. También puedes escribir un lugar más arriba.',
  'place.map.hint': 'Toca el mapa donde estás.',
  'place.map.take': 'Elegir {place}',
  'place.unsaid': 'Prefiero no decirlo',
  'place.failed': 'La lista de lugares no llegó. Prueba otra vez, o sigue sin lugar.',

  'write.title': 'Tu mensaje',
  'write.to': 'Esto va a',
  'write.by-card': 'El equipo de tu tarjeta. También puedes elegir otro.',
  'write.needs-card': 'Ahora este equipo solo acepta mensajes con tarjeta.',
  'write.needs-card.do': 'Si no tienes una, elige otro equipo.',
  'write.passed-for-card':
    'El equipo que mejor encaja solo acepta ahora mensajes con tarjeta. Este es el siguiente.',
  'write.others': 'Elegir otro equipo',
  'write.more-teams': 'Mostrar más equipos',
  'write.who': '¿Quiénes son?',
  'write.speaks': 'Idiomas: {languages}.',
  'write.not-for': 'Este equipo ahora no puede ayudarte con lo que indicaste. Elige otro equipo.',
  'write.label': '¿Qué quieres preguntar o contar?',
  'write.hint': 'Con unas pocas palabras basta.',
  'write.send': 'Enviar',
  'write.empty': 'Escribe primero unas palabras.',
  'write.too-long': {
    one: 'Es demasiado largo para un mensaje. Quita {count} carácter.',
    other: 'Es demasiado largo para un mensaje. Quita {count} caracteres.',
  },
  'write.no-teams': 'La lista de equipos aún no está. Lo que escribes se queda aquí.',
  'write.change-place': 'Otro lugar',

  'team.in': 'Equipo de {place}',
  'team.national': 'Equipo para todo el país',
  'reason.covers': 'trabaja en {place}',
  'reason.near': 'a unos {kilometres} km de ti',
  'reason.national': 'para todo el mundo, estés donde estés',
  'reason.open-now': 'abierto ahora',
  'reason.opens': 'abre {when}',
  'reason.hours-unknown': 'no se sabe el horario',
  'reason.waiting-list': {
    one: 'lista de espera de más o menos {weeks} semana',
    other: 'lista de espera de más o menos {weeks} semanas',
  },
  'reason.availability-unknown': 'no se sabe si hay sitio',
  'reason.not-taking': 'ahora no acepta preguntas nuevas',
  'reason.cards-only': 'ahora solo con tarjeta',
  'reason.speaks': 'habla {languages}',
  'answer.by': 'Respuesta prevista: {when}',

  'more.title': '¿Quieres añadir algo? No hace falta.',
  'more.note': 'Esto solo lo ve el equipo. Lo que dejas vacío no descarta nada.',
  'more.urgent': 'Es urgente',
  'more.languages': '¿En qué idioma quieres hablar?',
  'more.areas': '¿De qué va tu pregunta?',
  'more.about': 'Sobre ti',
  'more.gender': 'Soy',
  'more.residence': 'Mis papeles',
  'more.addiction': 'Alcohol o drogas',
  'more.still-working': '¿Haces ahora trabajo sexual?',
  'still-working.yes': 'Sí',
  'still-working.no': 'No',
  'more.tells-place': 'Decir al equipo que estoy en el municipio de {place}',

  'stage.kept-here': 'Tu mensaje aún está en tu teléfono',
  'stage.kept-here.text': 'Se envía en cuanto se pueda. Deja esta página abierta.',
  'stage.working': 'Un momento, tu mensaje está a punto de salir',
  'stage.working.text':
    'Tu teléfono hace primero un cálculo. Así no entran robots. Deja esta página abierta.',
  'stage.working.bar': 'Cómo va el cálculo',
  'stage.with-team': 'Tu mensaje está con el equipo',
  'stage.with-team.text': 'Nadie del equipo ha respondido todavía.',
  'stage.with-person': 'Hablas con {name}',
  'stage.with-someone': 'Alguien del equipo lleva ahora tu conversación',
  'stage.with-person.text': 'Sigues en contacto con la misma persona.',
  'stage.took-over': '{name} sigue ahora con tu conversación',
  'stage.took-over-someone': 'Otra persona del equipo sigue ahora con tu conversación',
  'stage.took-over.text':
    'Tu conversación pasó a otra persona. Lo que escribiste se queda aquí. Quizá te pregunte otra vez algo que ya contaste.',
  'stage.expect': 'Respuesta prevista {when}.',
  'stage.backup': 'Tardó más de lo prometido. Se avisó a otra persona del equipo: respuesta prevista {when}.',
  'stage.next': 'Se prometió una respuesta {when}, pero no llegó. Tu mensaje sigue ahí.',
  'stage.late':
    'Se prometió una respuesta {when}. El equipo tarda más de lo prometido; tu mensaje sigue ahí.',
  'stage.nobody-there':
    'Ahora mismo no hay nadie del equipo. Escribe sin problema: así verás aquí para cuándo puedes esperar respuesta.',
  'stage.about': 'Sobre esta conversación',
  'progress.kept-here': 'Aún en tu teléfono',
  'progress.sent': 'Enviado',
  'progress.fetched': 'Recogido por el equipo, quizá aún sin leer',
  'progress.answered': 'Respondido',
  'progress.refused': 'No enviado',
  'talk.title': 'Tu conversación',
  'talk.messages': 'Mensajes',
  'talk.you': 'Tú',
  'talk.person': 'Alguien del equipo',
  'talk.passed-on': 'Pasaste esto al nuevo equipo:',
  'talk.label': 'Sigue escribiendo',
  'talk.unreadable.do': 'Puedes escribir que no se podía leer; así el equipo lo envía otra vez.',
  'talk.asked-again':
    'Llegó un mensaje que no se puede leer. Tu teléfono ha pedido que lo envíen otra vez. No tienes que hacer nada.',
  'talk.team-gone': 'Este equipo ya no está en la lista.',
  'talk.team-gone.do':
    'Por eso ya no puedes enviar nada aquí. Lo que hay, aún puedes leerlo. Lo que todavía querías enviar pasa a una conversación nueva.',
  'talk.team-paused': 'Este equipo no participa por ahora.',
  'talk.team-paused.do':
    'Quizá ahora nadie lea lo que envías aquí. Puedes esperar, o empezar una conversación nueva con otro equipo.',
  'plan.title': 'Mi plan',
  'care.title': 'Saber cómo estás',
  'paper.open': 'En papel',
  'kept.title': 'Direcciones que guardaste',
  'next.title': 'Puedes ir a otro equipo',
  'next.go': 'Seguir con este equipo',
  'next.stays':
    'Primero ves qué se envía. Esta conversación se queda, y si aún llega una respuesta, también la ves.',
  'next.none': 'Ahora no hay otro equipo con el que no hayas hablado',
  'next.none.do':
    'Tu mensaje sigue ahí, y aún puede llegar una respuesta. También puedes volver a elegir un equipo.',
  'next.write': 'Sigues con otro equipo',
  'next.write.do':
    'Esto escribiste al equipo anterior. Cámbialo como quieras: solo se envía lo que hay abajo. El equipo anterior ve que sigues, pero no adónde.',
  'next.stay': 'Volver a tu conversación',
  'next.settings': 'Si nadie responde',
  'next.goes-on': 'Si un equipo no responde a tiempo, mi teléfono puede seguir solo.',
  'next.goes-on.hint': 'Entonces lo que escribiste va al siguiente equipo, si esta página está abierta.',
  'next.gone': 'Has seguido con otro equipo. Tu conversación anterior está arriba.',
  'next.gone.by-itself':
    'Tu teléfono ha seguido solo con otro equipo, como dijiste. Tu conversación anterior está arriba.',
  'earlier.answered': 'El equipo anterior sí ha respondido',
  'earlier.answered.do': 'Puedes leerlo abajo, y seguir allí si lo prefieres.',
  'earlier.go-on': 'Seguir allí',
  'talk.earlier': 'Conversación anterior',
  'talk.new': 'Empezar una conversación nueva',

  'notice.clock': {
    one: 'El reloj de tu teléfono va {hours} hora {direction}. Esta página usa la hora correcta.',
    other: 'El reloj de tu teléfono va {hours} horas {direction}. Esta página usa la hora correcta.',
  },
  'notice.clock.behind': 'atrasado',
  'notice.clock.ahead': 'adelantado',
  'notice.memory-only':
    'Tu navegador no guarda nada. Todo funciona mientras esta página está abierta. Si la cierras, pierdes la conversación.',

  'trouble.server-away': 'Ahora no llegamos al servidor.',
  'trouble.server-away.do': 'Lo que escribiste sigue aquí. Lo intentamos una y otra vez.',
  'trouble.server-busy': 'Ahora hay mucho tráfico.',
  'trouble.server-busy.do': 'Lo que escribiste sigue aquí. Enseguida lo intentamos otra vez.',
  'trouble.relay-away': 'No llegamos al intermediario que oculta tu dirección.',
  'trouble.relay-away.do':
    'Lo que escribiste espera aquí. Nunca lo enviamos sin el intermediario, y lo intentamos una y otra vez.',
  'trouble.relay-refused': 'El camino que oculta tu dirección ahora no es correcto.',
  'trouble.relay-refused.do':
    'Por eso no enviamos nada. Lo que escribiste sigue aquí. Carga la página de nuevo más tarde.',
  'trouble.clock-wrong': 'El reloj de tu teléfono está mal.',
  'trouble.clock-wrong.do': 'Pon fecha y hora en automático y prueba otra vez. Tu texto se queda.',
  'trouble.storage-full': 'Tu teléfono está lleno.',
  'trouble.storage-full.do':
    'Borra algo grande y prueba otra vez. Tu texto sigue en la pantalla; cópialo por si acaso.',
  'trouble.storage-forbidden': 'Tu navegador no nos deja guardar nada.',
  'trouble.storage-forbidden.do':
    'Permite guardar datos en esta página, o abre una ventana normal. Tu texto sigue en la pantalla.',
  'trouble.seat-gone': 'Esta conversación ya no existe en el servidor.',
  'trouble.seat-gone.do':
    'Lo que ves aquí se queda en tu teléfono. Lo que aún querías enviar pasa a una conversación nueva.',
  'trouble.seat-moved': 'Esta conversación sigue en otro teléfono.',
  'trouble.seat-moved.do':
    'Alguien volvió allí con tus doce palabras. Lo que ves aquí se queda; no llega nada nuevo.',
  'trouble.nobody-on-duty': 'Ahora no hay nadie disponible en el equipo que elegiste.',
  'trouble.nobody-on-duty.do': 'No se envió nada. Abajo hay otro equipo; tu texto está listo.',
  'trouble.programme-changed':
    'El servidor dice que esta conversación es de otro equipo. Tú no dijiste que sí a eso.',
  'trouble.programme-changed.do':
    'Por eso no se envía nada. Lo que escribiste se queda en tu teléfono. Puedes escribir al equipo que elegiste en una conversación nueva.',
  'trouble.programme-gone': 'El equipo que elegiste ya no participa.',
  'trouble.programme-gone.do': 'No se envió nada. Abajo hay otro equipo; tu texto está listo.',
  'trouble.card-needed': 'El equipo que elegiste solo acepta ahora mensajes con tarjeta.',
  'trouble.card-needed.do': 'No se envió nada. Abajo hay otro equipo; tu texto está listo.',
  'trouble.team-not-trusted': 'No pudimos comprobar si el equipo que elegiste es real.',
  'trouble.team-not-trusted.do': 'Por eso no se envió nada. Elige otro equipo; tu texto está listo.',
  'trouble.directory-refused': 'La lista de equipos no es fiable o es muy antigua.',
  'trouble.directory-refused.do': 'No se envió nada y tu texto se queda. Prueba otra vez más tarde.',
  'trouble.too-much-waiting': 'Ya hay muchos mensajes que esperan al equipo.',
  'trouble.too-much-waiting.do': 'Tu nuevo mensaje se queda aquí y se envía en cuanto se pueda.',
  'trouble.message-refused': 'Este mensaje no se puede enviar así.',
  'trouble.message-refused.do': 'Hazlo más corto y prueba otra vez.',
  'trouble.not-admitted': 'El servidor aún no aceptó tu mensaje.',
  'trouble.not-admitted.do': 'Lo que escribiste sigue aquí. Prueba otra vez.',
  'trouble.key-refused': 'No pudimos comprobar que el servidor no puede reconocerte.',
  'trouble.key-refused.do': 'Por eso no se envió nada. Tu texto se queda. Prueba otra vez más tarde.',
  'trouble.not-set-up': 'Esta página aún no está lista.',
  'trouble.not-set-up.do': 'No se envió nada. Prueba otra vez más tarde.',
  'trouble.unknown': 'Pasó algo que no esperábamos.',
  'trouble.unknown.do': 'Tu texto se queda. Carga la página de nuevo, o prueba más tarde.',
};
