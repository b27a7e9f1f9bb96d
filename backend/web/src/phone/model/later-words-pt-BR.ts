import type { Words } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

/** What is said of words on their way, of the twelve words and of erasing, in Brazilian Portuguese. */
export const laterPtBr: Words<keyof typeof laterNl> = {
  'way.sending': 'Seu celular está enviando agora. Com uma conexão lenta, isso pode demorar um pouco.',
  'phrase.lead':
    'Com doze palavras você recupera esta conversa em outro celular, ou aqui se tudo foi apagado. Você só as vê uma vez. Anote no papel, ou aprenda de cor.',
  'phrase.lost': 'O que se perde fica perdido.',
  'phrase.lost.do': 'Ninguém consegue achar as palavras de novo para você, nem nós.',
  'phrase.found': 'Quem tem as palavras pode o mesmo que você.',
  'phrase.found.do': 'Ler tudo, e escrever no seu lugar. Não mostre a ninguém.',
  'phrase.replaces': 'Você já tem doze palavras. Se fizer novas, as antigas deixam de valer.',
  'phrase.lists': 'A lista de palavras só existe em inglês e em holandês. Qual você quer?',
  'phrase.show': 'Mostrar minhas doze palavras',
  'phrase.words': 'Suas doze palavras',
  'phrase.write-down': 'Anote as palavras, nesta ordem. Depois você não as vê mais.',
  'phrase.written': 'Já anotei',
  'phrase.check': 'Estão certas?',
  'phrase.check.lead': 'Preencha duas das suas palavras. Só então elas valem.',
  'phrase.word': 'Palavra {place}',
  'phrase.wrong': 'Não são essas. Olhe no seu papel, ou veja as palavras de novo.',
  'phrase.confirm': 'Pronto',
  'phrase.again': 'Mostrar as palavras de novo',
  'phrase.working': 'Um momento…',
  'phrase.done': 'Você pode voltar',
  'phrase.done.text':
    'A partir de agora sua conversa vai também criptografada para o servidor. Só suas doze palavras a abrem.',
  'phrase.done.soon':
    'Suas palavras valem. Assim que houver conexão, sua conversa vai criptografada para o servidor. Até lá, deixe esta página aberta.',
  'phrase.to-talk': 'Ir para sua conversa',
  'return.title': 'Que bom ver você de novo',
  'return.lead': 'Digite ou cole suas doze palavras. Maiúsculas e hifens não importam.',
  'return.label': 'Suas doze palavras',
  'return.use': 'Recuperar minha conversa',
  'return.unknown': '“{word}” não é uma palavra da nossa lista. Veja essa palavra de novo.',
  'return.count': {
    one: 'Aqui há {count}. São doze palavras.',
    other: 'Aqui há {count}. São doze palavras.',
  },
  'return.mistaken': 'Uma das palavras não está certa, ou a ordem não está. Veja de novo.',
  'return.nothing': 'Não achamos nenhuma conversa com estas palavras.',
  'return.nothing.do':
    'Talvez sejam palavras antigas, ou a conversa seja antiga demais. Sempre dá para começar uma nova.',
  'return.working': 'Estamos procurando sua conversa. Pode demorar um pouco; deixe esta página aberta.',
  'return.cuts-off': 'Se a conversa ainda está em outro celular, ela para por lá.',
  'erase.what': 'O que você quer apagar?',
  'erase.one': 'Só esta conversa',
  'erase.all': 'Tudo',
  'erase.at-once': 'Isto some na hora',
  'erase.at-once.one':
    'A conversa toda: neste celular, e no servidor. Nem suas doze palavras a trazem de volta.',
  'erase.at-once.all':
    'Todas as suas conversas: neste celular, e no servidor. E o que mais este celular guarda: o que você estava escrevendo, e aquilo com que suas doze palavras funcionam.',
  'erase.others': 'Isto acontece na equipe',
  'erase.others.text':
    'O programa da equipe apaga a conversa sozinho, assim que for aberto. Um computador que fica desligado por 35 dias não fica mais sabendo.',
  'erase.not-promised': 'Isto não podemos prometer',
  'erase.not-promised.copy': 'Quem leu a conversa pode ter copiado ou fotografado algo.',
  'erase.not-promised.backup':
    'As cópias de segurança do servidor somem depois de 7 dias. Não há nada nelas que dê para ler.',
  'erase.go-on': 'Continuar',
  'erase.sure': 'Isto não dá para desfazer',
  'erase.sure.one': 'Depois disso a conversa não existe mais. Começar uma nova sempre dá.',
  'erase.sure.all': 'Depois disso não existe mais nada. Começar uma nova conversa sempre dá.',
  'erase.now.one': 'Apagar esta conversa agora',
  'erase.now.all': 'Apagar tudo agora',
  'erase.keep': 'Voltar, não apagar nada',
  'erase.done': 'Apagado',
  'erase.done.text': 'Não está mais neste celular nem no servidor.',
  'erase.done.here': 'Não está mais neste celular.',
  'erase.done.team': 'A equipe fica sabendo que foi apagado, e nada mais.',
  'erase.done.waits':
    'Aqui já não está. O pedido ao servidor sai assim que houver conexão. Deixe esta página aberta até lá, ou abra de novo mais tarde.',
  'erase.moved': 'Uma conversa continua em outro celular. Lá ela não foi apagada.',
  'erase.leave': 'Pronto',
};
