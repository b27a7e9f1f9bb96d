import type { Words } from '../../shared/model/words.js';
import type { safeNl } from './safe-words-nl.js';

/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in Brazilian Portuguese. */
export const safePtBr: Words<keyof typeof safeNl> = {
  'safe.title': 'Em segurança aqui',
  'safe.danger': 'Está em perigo?',
  'safe.danger.say':
    'Diga onde você está e o que está acontecendo. Se não puder falar muito, diga primeiro o lugar.',
  'safe.danger.team':
    'Ligue, e não espere uma resposta aqui. A equipe não sabe onde você está e não pode ir até você.',
  'safe.danger.trace': 'Depois, a ligação fica na lista de chamadas do seu celular.',
  'safe.country': 'Em que país você está?',
  'safe.country.hint':
    'Seu país não está na lista? De um celular, no 112 os serviços de emergência atendem em quase todo lugar.',

  'urgent.title': 'É urgente?',
  'urgent.does': 'Se você marcar que é urgente, sua mensagem fica no topo da lista da equipe.',
  'urgent.not':
    'Nenhum alarme toca. Fora do horário da equipe, e quase sempre também à noite, ninguém está olhando.',
  'urgent.no-sooner': 'A equipe não promete responder antes por causa disso.',
  'urgent.by': 'Como está agora: resposta esperada {when}.',
  'urgent.late': 'A resposta estava prometida ({when}). A equipe está atrasada.',
  'urgent.nobody': 'Agora não há ninguém da equipe.',
  'urgent.unknown': 'Agora não se sabe quando vem uma resposta.',
  'urgent.danger': 'Está em perigo? Não espere a resposta. Ligue para {number}.',
  'urgent.words': 'É urgente.',
  'urgent.send': 'Enviar “É urgente”',
  'urgent.send-typed': 'Enviar o que eu estava escrevendo, como urgente',

  'away.title': 'Sair rápido',
  'away.how': 'Toque em “{button}”. Fica sempre no topo. Com um teclado: aperte Escape duas vezes, rápido.',
  'away.then':
    'Na hora aparece uma receita na tela. Com o botão de voltar não se chega mais aqui. Nenhuma mensagem vai para ninguém.',
  'away.kept':
    'O que você estava escrevendo continua lá quando você abre esta página de novo. Se você a abre pela tela inicial, feche-a antes por completo.',
  'away.not': 'No histórico do seu navegador continua registrado que você esteve neste site.',

  'hide.title': 'Esconder sua visita',
  'hide.lead': 'Assim você tira esta visita do navegador, e assim a próxima não deixa nada.',
  'hide.shows': 'O que o histórico mostra',
  'hide.shows.site': 'O nome deste site ({site}) com “{name}”, e a que horas.',
  'hide.shows.recipe': 'Se você usou “{button}”: também uma página com uma receita.',
  'hide.shows.never': 'Não o que você escreveu, nem para quem.',
  'hide.history-only': 'Apague só o histórico',
  'hide.history-only.do':
    'Se você apagar também os cookies e os dados de sites, sua conversa some deste celular. Com doze palavras você a recupera; crie as palavras em “Sobre esta conversa”.',
  'hide.hers': 'Achamos que este é o seu navegador',
  'hide.this-visit': 'Tirar esta visita',
  'hide.next-visit': 'Uma próxima visita',
  'hide.chrome.delete':
    'Toque em ⋮ (no iPhone, ⋯) e escolha Histórico. Procure este site e toque no X, ou em Excluir.',
  'hide.chrome.private': 'Toque em ⋮ (no iPhone, ⋯) e escolha Nova guia anônima. Feche-a no fim.',
  'hide.chrome.account':
    'Se você entrou na sua conta do Google, esta visita pode estar também nos seus outros aparelhos, e em myactivity.google.com.',
  'hide.safari.delete':
    'Abra Favoritos e depois Histórico, o relógio. Deslize sobre a linha com este site e toque em Apagar.',
  'hide.safari.private': 'Toque no botão de abas e escolha Privado ou Privada. Feche a aba no fim.',
  'hide.safari.account':
    'Se o Safari está ativado no iCloud, seus outros aparelhos Apple mostram o mesmo histórico. O que você apaga some de todos.',
  'hide.samsung.delete':
    'Toque em ☰ e escolha Histórico. Mantenha o dedo na linha com este site e toque em Excluir.',
  'hide.samsung.private': 'Toque em Abas ou Guias e ative o modo secreto. Feche as abas no fim.',
  'hide.samsung.account':
    'Se você entrou em uma conta Samsung, o histórico pode estar também nos seus outros aparelhos.',
  'hide.firefox.delete':
    'Toque em ⋮ ou ☰ e escolha Histórico. Procure este site e tire a linha: com o X, ou deslizando.',
  'hide.firefox.private': 'Toque na máscara e abra uma aba privativa. Feche-a no fim.',
  'hide.firefox.account':
    'Se você entrou na sua conta do Firefox, o histórico pode estar também nos seus outros aparelhos.',
  'hide.private-forgets':
    'Uma aba privada esquece tudo quando você a fecha, também sua conversa. Crie antes doze palavras; assim você pode voltar.',
  'hide.stays': 'O que ainda dá para ver depois',
  'hide.stays.search': 'Como você achou este site: uma busca, ou um link em uma mensagem.',
  'hide.stays.network':
    'O wi-fi ou o provedor de internet vê o nome deste site, e nada do que você lê ou escreve.',
  'hide.stays.phone': 'Um ícone na tela inicial, um papel que você pediu, uma captura de tela.',
  'hide.stays.notices':
    'Se você já ligou avisos aqui, este site também está nas configurações do navegador, em notificações.',
  'hide.stays.watched':
    'Alguém acompanha seu celular, com um aplicativo ou uma conta compartilhada? Então isto não ajuda. Prefira usar o celular de alguém em quem você confia.',

  'settings.title': 'Nome, ícone e avisos',
  'settings.lead': 'Isto fica só neste celular, e sem código: escolha palavras que não dizem nada.',
  'settings.open': 'Nome, ícone e avisos',
  'settings.not-kept': 'Seu navegador não guarda isto.',
  'look.title': 'Como esta página se chama',
  'look.where':
    'Assim ela se chama no navegador, e na tela inicial se você a colocar lá. Quem abrir ainda vê para que ela serve.',
  'look.again': 'Ela já está lá? Tire-a, e coloque de novo.',
  'notice.title': 'O que um aviso diz',
  'notice.about':
    'Quando chega um aviso no seu celular, ele diz estas palavras, não importa o que aconteceu.',
  'notice.reminder': 'Lembrete',
  'notice.order': 'Seu pedido foi atualizado',
  'notice.forecast': 'O tempo para hoje',
  'notice.own': 'Minhas próprias palavras',
  'notice.own.label': 'Suas próprias palavras',
  'notice.own.hint': 'Uma linha, no máximo {count} caracteres.',
  'notice.own.refused': 'Escreva uma linha de no máximo {count} caracteres.',
  'notice.own.keep': 'Guardar estas palavras',
  'notice.kept': 'Guardado. Um aviso diz: “{words}”',
};
