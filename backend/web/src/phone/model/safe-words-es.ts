import type { Words } from '../../shared/model/words.js';
import type { safeNl } from './safe-words-nl.js';

/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in Spanish. */
export const safeEs: Words<keyof typeof safeNl> = {
  'safe.title': 'Estar a salvo',
  'safe.danger': '¿Estás en peligro?',
  'safe.danger.say': 'Di dónde estás y qué pasa. Si no puedes decir mucho, di primero el lugar.',
  'safe.danger.team':
    'Llama, y no esperes una respuesta aquí. El equipo no sabe dónde estás y no puede ir hasta ti.',
  'safe.danger.trace': 'Después, la llamada queda en la lista de llamadas de tu teléfono.',
  'safe.country': '¿En qué país estás?',
  'safe.country.hint':
    '¿No está tu país? Con un móvil, en el 112 te atienden los servicios de emergencia casi en todas partes.',

  'urgent.title': '¿Es urgente?',
  'urgent.does': 'Si marcas que es urgente, tu mensaje sale el primero en la lista del equipo.',
  'urgent.not':
    'No suena ninguna alarma. Fuera del horario del equipo, y casi siempre también de noche, no mira nadie.',
  'urgent.no-sooner': 'Con eso el equipo no promete responder antes.',
  'urgent.by': 'Tal como está ahora: respuesta prevista {when}.',
  'urgent.late': 'Se prometió una respuesta {when}. El equipo tarda más de lo prometido.',
  'urgent.nobody': 'Ahora mismo no hay nadie del equipo.',
  'urgent.unknown': 'Ahora no se sabe cuándo llega una respuesta.',
  'urgent.danger': '¿Estás en peligro? No esperes la respuesta. Llama al {number}.',
  'urgent.words': 'Es urgente.',
  'urgent.send': 'Enviar «Es urgente»',
  'urgent.send-typed': 'Enviar lo que estaba escribiendo, como urgente',

  'away.title': 'Salir rápido',
  'away.how': 'Pulsa «{button}». Está siempre arriba. Con un teclado: pulsa Escape dos veces seguidas.',
  'away.then':
    'Al momento sale una receta en la pantalla. Con el botón de atrás no se vuelve aquí. No se envía ningún mensaje a nadie.',
  'away.kept':
    'Lo que estabas escribiendo sigue ahí cuando vuelves a abrir esta página. Si la abres desde tu pantalla de inicio, ciérrala antes del todo.',
  'away.not': 'En el historial de tu navegador sigue estando que visitaste este sitio.',

  'hide.title': 'Ocultar tu visita',
  'hide.lead': 'Así quitas esta visita de tu navegador, y así la próxima no deja nada.',
  'hide.shows': 'Qué muestra el historial',
  'hide.shows.site': 'El nombre de este sitio ({site}) con «{name}», y a qué hora.',
  'hide.shows.recipe': 'Si usaste «{button}»: también una página con una receta.',
  'hide.shows.never': 'No lo que escribiste, ni a quién.',
  'hide.history-only': 'Borra solo el historial',
  'hide.history-only.do':
    'Si borras también las cookies y los datos de sitios, tu conversación desaparece de este teléfono. Con doce palabras la recuperas; las creas en «Sobre esta conversación».',
  'hide.hers': 'Creemos que este es tu navegador',
  'hide.this-visit': 'Quitar esta visita',
  'hide.next-visit': 'La próxima visita',
  'hide.chrome.delete':
    'Toca ⋮ (en un iPhone, ⋯) y elige Historial. Busca este sitio y toca la cruz, o Eliminar.',
  'hide.chrome.private': 'Toca ⋮ (en un iPhone, ⋯) y elige Nueva pestaña de incógnito. Ciérrala al terminar.',
  'hide.chrome.account':
    'Si tienes la sesión de Google iniciada, esta visita puede estar también en tus otros dispositivos, y en myactivity.google.com.',
  'hide.safari.delete':
    'Abre Marcadores y luego Historial, el reloj. Desliza el dedo sobre la línea con este sitio y toca Eliminar.',
  'hide.safari.private':
    'Toca el botón de pestañas y elige Privado o Privada. Cierra la pestaña al terminar.',
  'hide.safari.account':
    'Si Safari está activado en iCloud, tus otros dispositivos Apple muestran el mismo historial. Lo que borras, se borra en todos.',
  'hide.samsung.delete': 'Toca ☰ y elige Historial. Mantén pulsada la línea con este sitio y toca Eliminar.',
  'hide.samsung.private': 'Toca Pestañas y activa el modo secreto. Cierra las pestañas al terminar.',
  'hide.samsung.account':
    'Si tienes la sesión de tu cuenta Samsung iniciada, el historial puede estar también en tus otros dispositivos.',
  'hide.firefox.delete':
    'Toca ⋮ o ☰ y elige Historial. Busca este sitio y quita la línea: con la cruz, o deslizando el dedo.',
  'hide.firefox.private': 'Toca la máscara y abre una pestaña privada. Ciérrala al terminar.',
  'hide.firefox.account':
    'Si tienes la sesión de Firefox iniciada, el historial puede estar también en tus otros dispositivos.',
  'hide.private-forgets':
    'Una pestaña privada lo olvida todo al cerrarla, también tu conversación. Crea antes doce palabras; así puedes volver.',
  'hide.stays': 'Qué se puede ver aún después',
  'hide.stays.search': 'Cómo encontraste este sitio: una búsqueda, o un enlace en un mensaje.',
  'hide.stays.network':
    'El wifi o la compañía de internet ve el nombre de este sitio, y nada de lo que lees o escribes.',
  'hide.stays.phone': 'Un icono en tu pantalla de inicio, un papel que pediste, una captura de pantalla.',
  'hide.stays.notices':
    'Si alguna vez activaste avisos aquí, este sitio está también en los ajustes de tu navegador, en notificaciones.',
  'hide.stays.watched':
    '¿Alguien mira lo que haces en tu teléfono, con una aplicación o una cuenta compartida? Entonces esto no sirve. Mejor usa el teléfono de alguien de confianza.',

  'settings.title': 'Nombre, icono y avisos',
  'settings.lead': 'Esto está solo en este teléfono, y sin código: elige palabras que no digan nada.',
  'settings.open': 'Nombre, icono y avisos',
  'settings.not-kept': 'Tu navegador no guarda esto.',
  'look.title': 'Cómo se llama esta página',
  'look.where':
    'Así se llama en tu navegador, y en tu pantalla de inicio si la pones allí. Quien la abra seguirá viendo para qué es.',
  'look.again': '¿Ya está allí? Quítala, y ponla otra vez.',
  'notice.title': 'Qué dice un aviso',
  'notice.about': 'Si llega un aviso a tu teléfono, dice estas palabras, pase lo que pase.',
  'notice.reminder': 'Recordatorio',
  'notice.order': 'Hay novedades de tu pedido',
  'notice.forecast': 'El tiempo para hoy',
  'notice.own': 'Mis propias palabras',
  'notice.own.label': 'Tus propias palabras',
  'notice.own.hint': 'Una línea, como máximo {count} caracteres.',
  'notice.own.refused': 'Escribe una línea de {count} caracteres como máximo.',
  'notice.own.keep': 'Guardar estas palabras',
  'notice.kept': 'Guardado. Un aviso dice: «{words}»',
};
