import type { Words } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

/** What the phone's page says of check-ins, in Brazilian Portuguese. */
export const carePtBr: Words<keyof typeof careNl> = {
  'care.lead':
    'Seu celular pode perguntar de vez em quando como você vai. Você escolhe quando, e o que seu contato fica sabendo.',
  'care.how':
    'Você vê a pergunta aqui, quando esta página está aberta ou na próxima vez que abrir. Não aparece nenhum aviso na tela. Só seu celular sabe quando pergunta.',
  'care.set': 'Está assim agora',
  'care.when': '{rhythm} às {time}.',
  'care.next': 'A próxima pergunta vem em {day}.',
  'care.paused': 'Em pausa. Seu celular não pergunta nada até você retomar.',
  'care.pause': 'Pausar',
  'care.resume': 'Retomar',
  'care.stop': 'Parar com isso',
  'care.stopped': 'Parado. Seu celular não pergunta mais nada.',
  'care.change': 'Mudar',
  'care.rhythm': 'Com que frequência?',
  'care.rhythm.week': 'Toda semana',
  'care.rhythm.two-weeks': 'A cada duas semanas',
  'care.rhythm.month': 'Todo mês',
  'care.rhythm.quarter': 'A cada três meses',
  'care.rhythm.year': 'Todo ano',
  'care.from': 'A partir de que dia?',
  'care.at': 'A que horas?',
  'care.tells': 'O que seu contato fica sabendo?',
  'care.tells.nothing': 'Nada: fica no meu celular',
  'care.tells.talk': 'Só quando quero conversar',
  'care.tells.all': 'Cada resposta',
  'care.tells.hint': '“Agora não” nunca é passado adiante.',
  'care.silence': 'E se você não responder?',
  'care.silence.never': 'Então ninguém fica sabendo de nada',
  'care.silence.after': {
    one: 'Depois de {count} pergunta meu contato fica sabendo',
    other: 'Depois de {count} perguntas meu contato fica sabendo',
  },
  'care.silence.hint':
    'Seu celular só pode avisar quando esta página estiver aberta de novo. Se a página ficar fechada, ninguém fica sabendo de nada.',
  'care.lives':
    'Depois de dois anos de silêncio aqui, o servidor apaga esta conversa. O que está no seu celular fica.',
  'care.save': 'Quero assim',
  'care.invalid': 'Escolha um dia e uma hora.',
  'care.question': 'Como vai?',
  'care.answer.good': 'Tudo bem',
  'care.answer.fair': 'Mais ou menos',
  'care.answer.talk': 'Quero conversar',
  'care.answer.not-now': 'Agora não',
  'care.goes.nothing': 'O que você escolher fica no seu celular.',
  'care.goes.talk': 'Só “Quero conversar” vai para seu contato.',
  'care.goes.all': 'O que você escolher vai para seu contato. “Agora não” fica aqui.',
  'care.said.kept': 'Agradecemos. Isto fica no seu celular.',
  'care.said.told': 'Agradecemos. Isto vai para seu contato.',
  'care.said.talk': 'Isto vai para seu contato. Você pode escrever algo junto, mas não precisa.',
  'care.said.write': 'Nada foi enviado. Escreva abaixo o que você quer dizer, e seu contato vai ler.',
  'care.said.later': 'Tudo bem. Fica para outra vez.',
  'care.back': 'Sua conversa continua aqui',
  'care.back.text':
    'Você não precisa explicar nada. Com um toque seu contato lê que você quer conversar, ou outra pessoa da equipe se esse contato não estiver mais lá.',
};
