"""The phrase list: whole lines by which pages ask, sell, link and sign off. Add a phrase, never a page's own headline."""
# ruff: noqa: E501, ISC004 a pattern broken in two is harder to read and to search for

import re
from dataclasses import dataclass

_NETWORK = (
    r"(?:facebook|twitter|x|linked-?in|whats-?app|reddit|pinterest|telegram|e-?mail|print|copy|messenger|tumblr"
    r"|flipboard|pocket|instagram|you-?tube|google(?: ?\+| plus| news)?+|rss(?: feed)?|sms|line|viber|mastodon|bluesky|threads"
    r"|tik-?tok|snapchat|stumble-?upon|digg|hacker news|vk(?:ontakte)?|ok\.ru|odnoklassniki|skype|weibo|wechat|bloglovin|link)"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    reason: str
    pattern: re.Pattern[str]


def _phrases(reason: str, *patterns: str) -> list[Phrase]:
    return [Phrase(reason, re.compile(pattern, re.IGNORECASE)) for pattern in patterns]


# Matched against a whole line without its outer spaces, anywhere in a text. Each must be wrong for any sentence of news.
ANYWHERE: tuple[Phrase, ...] = (
    *_phrases(
        "link line",
        r"(?:(?:link|source|url|via|original(?: article)?|read (?:more|the (?:full|original) (?:story|article))|permalink)"
        r"(?:\s*(?:at|here))?\s*(?:[:\-]\s*)?)?<?(?:https?://|www\.)\S+>?",
        r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|info|io)(?:/\S*)?",
        r"click here\b.{0,60}",
    ),
    *_phrases(
        "comment form",
        r"(?:\d[\d,]*|no|view|show|see|read|load|all|hide|latest|top|user)\s+(?:\w+\s+)?comments?(?:\s*\(\d*\))?\s*:?",
        r"(?:add|post|write|leave|submit|make)\s+(?:a|your|the first)\s+(?:comment|reply|response|review)s?\b.{0,40}",
        r"(?:join|start) the (?:conversation|discussion)\b.{0,40}",
        r"be the first (?:one )?to (?:comment|reply|review)\b.{0,40}",
        r"comments? (?:are|is) (?:now )?(?:closed|disabled|moderated|off)\b.{0,80}",
        r"(?:share|tell us) your (?:thoughts|views|opinion)s?\b.{0,40}",
        r"your e-?mail(?: address)? (?:will not|won'?t|is not|is never)(?: be)? (?:published|shared|shown|made public)\b.{0,80}",
        r"(?:required|mandatory)? ?fields (?:are )?(?:marked|required|mandatory)\b.{0,30}",
        r"save my name,? e-?mail,?.{0,90}",
        r"you must be logged in to (?:post|leave|write|add)\b.{0,40}",
        r"(?:log|sign) ?in to (?:comment|reply|leave|post)\b.{0,40}",
        r"notify me of (?:new|follow-?up|further)\b.{0,60}",
        r"(?:your )?(?:name|e-?mail(?: address)?|website|comment|message|subject)\s*(?:\*|\(required\)|:\s*\*)",
        r"(?:cancel reply|post comment|submit comment|report abuse)",
        r"this site uses akismet\b.{0,120}",
    ),
    *_phrases(
        "share prompt",
        rf"(?:{_NETWORK}[\s,|/·•]*){{2,}}",
        rf"(?:share|tweet|follow|pin|post|like|find|send|join|print|save)(?: (?:it|this|us|me|on|to|via|by|with|the"
        rf"|article|story|page|post|link|news|in|our|channel|at|and|or|a|friend|your|friends|{_NETWORK}))*\s*[:!]?",
        r"click to (?:share|e-?mail|print|tweet)\b.{0,60}",
        rf"(?:like|follow|find|join|connect with|subscribe to) us\b.{{0,60}}\b(?:{_NETWORK}|social media)\b.{{0,20}}",
        r"follow @\w+",
        r"\d[\d.,]*k?\s*(?:shares?|likes?|views?|retweets?|tweets?|followers?|upvotes?)",
        r"(?:share|like|sharing) (?:this|is caring)\s*[:!]?",
        r"like loading\W*",
        r"(?:like|enjoyed?) (?:this|what you) (?:story|article|post|read)?\??.{0,60}\bshare\b.{0,30}",
        r"get short url",
        r"(?:share )?all sharing options\b.{0,120}",
    ),
    *_phrases(
        "newsletter",
        r"(?:click here to |please )?(?:subscribe|sign[- ]?up|register)(?: now| today| here| free| for free)?\b(?=.{0,120}"
        r"\b(?:newsletters?|e-?mails?|inbox|updates?|alerts?|channel|account|today|now|digest|briefing|rss|feed|podcast)\b).{0,160}",
        r"(?:subscribe|sign[- ]?up|log ?in|log ?out|sign ?in|sign ?out|register|subscribe (?:now|today|here))\s*[!.]?",
        r"(?:get|receive|enter)\b.{0,100}\b(?:in|to|into) your (?:inbox|e-?mail|mailbox)\b.{0,60}",
        r"enter your e-?mail\b.{0,120}",
        r"(?:join|become) (?:our|a|the) (?:newsletter|mailing list|member|subscriber|whatsapp|telegram)\b.{0,80}",
        r"join [\d,.]+k? (?:other )?(?:subscribers|followers|readers|people)\b.{0,60}",
        r"thank(?:s| you) for (?:signing up|subscribing|registering)\b.{0,60}",
        r"(?:our )?(?:free )?(?:daily |weekly |e-?mail )?newsletters?(?: sign[- ]?up)?\s*:?",
        r"download (?:the|our)\b.{0,40}\bapps?\b.{0,60}",
        r"(?:stay (?:up to date|informed|connected|tuned)|don'?t miss (?:out|a))\b.{0,60}",
        r"never miss (?:a|an|any)\b.{0,40}",
        r"turn on (?:desktop )?notifications\b.{0,80}",
        r"(?:support|donate to) (?:us|our (?:work|journalism|site))\b.{0,60}",
    ),
    *_phrases(
        "cookie notice",
        r"(?:we|this (?:web)?site|our (?:web)?site|like most (?:web)?sites,? we)\b.{0,80}\bcookies?\b.{0,1500}",
        r"(?:accept(?: all)?|reject(?: all)?|manage|cookie)(?: cookies?)?(?: settings| preferences| policy| notice)?",
        r"(?:by (?:continuing|clicking|using|signing|subscribing|submitting|registering))\b.{0,200}"
        r"\b(?:agree|consent|accept|privacy)\b.{0,200}",
    ),
    *_phrases(
        "advertisement",
        r"(?:advertis(?:e?ment|ing)|sponsored(?: content| links?| by\b.{0,40})?|promoted(?: content)?|ads? by \S.{0,30}|ad)\s*:?",
        r"(?:story|article|content|report|text)? ?continues (?:below|after)\b.{0,40}",
        r"(?:scroll|continue|keep) (?:down )?(?:to continue|reading|for more)\b.{0,60}",
        r"(?:skip|close|hide|remove|report) (?:this |the )?(?:ad|advert|advertisement)s?",
        r"(?:this )?(?:post|article|page)? ?(?:may )?contains? affiliate links?\b.{0,120}",
        r"(?:disclosure\s*:\s*)?[\w.,'’& ]{2,40} (?:may|might|could) (?:earn|receive|get|make) (?:an? )?(?:\w+ )?commissions?\b(?=.{0,120}"
        r"\b(?:links?|page|site|purchases?|you buy|featured)\b).{0,240}",
    ),
    *_phrases(
        "shop banner",
        r"(?:shop|buy|order|book)(?: (?:now|here|today|online|our|the|all))+(?: \w+){0,3}\s*[!.]?",
        r"(?:visit|check out|browse) (?:our|the) (?:(?:\w+ )?(?:online )?(?:store|shop)|merch\w*)\b.{0,40}",
        r"(?:add to (?:cart|basket|bag)|free shipping\b.{0,60}|use (?:code|coupon)\b.{0,60})",
    ),
    *_phrases(
        "copyright",
        r"(?:©|ⓒ|℗|copyright\s*(?:©|\(c\)|ⓒ|(?:19|20)\d\d)|\(c\) ?(?:19|20)\d\d).{0,160}",
        r"(?:[^.!?]|[.!?](?=[^\s\"'”’)])){0,120}[.]?\s*\ball rights? reserved\b.{0,120}",
        r"(?:[^.!?]|[.!?](?=\S)){0,120}\b(?:todos os direitos reservados|todos los derechos reservados|tutti i diritti riservati"
        r"|alle rechte vorbehalten|tous droits réservés|все права защищены|무단\s?전재)\b.{0,120}",
        r"(?:powered by|(?:site |website |theme |designed|developed|web design)(?: and (?:designed|developed))? by)\b.{0,60}",
        r"this material may not be (?:published|reproduced)\b.{0,140}",
        r"the material on this site may not be\b.{0,200}",
    ),
    *_phrases(
        "navigation",
        r"(?:skip|jump|back|return|go) to (?:(?:the |main )*(?:content|navigation|top|home|homepage|menu|search|footer"
        r"|main|article|comments|text))(?: page)?\W*",
        r"(?:privacy|cookies?|terms|editorial|ethics|comment|corrections?)(?: (?:&|and) (?:cookies?|conditions|terms|privacy))?"
        r" (?:policy|notice|statement|of (?:use|service|sale)|(?:&|and) conditions|guidelines|standards|preferences|settings)",
        r"(?:contact us|about us|advertise with us|site ?map|load more|see (?:more|all)|view (?:more|all)|show (?:more|less)"
        r"|read more|toggle (?:navigation|menu)|main menu)\W*",
        r"(?:home|start)\s*(?:[»>›/|]\s*[^\s»>›/|][^»>›/|]{0,59}){1,6}",
        r"(?:[^\s|•·][^|•·]{1,27}\s[|•·]\s*){3,}[^\s|•·][^|•·]{1,27}",
        r"(?:filed under|tags?|tagged(?: with| as)?|categor(?:y|ies)|topics?|posted in|keywords|related (?:tags|topics))\s*:.{0,200}",
        r"(?:\d+|one|two|three|five|ten) min(?:ute)?s?\.? read(?:ing time)?",
    ),
    *_phrases(
        "related link",
        r"(?:also read|read also|also on|read more|read next|related|see also|see more|more|watch|listen|must read|don'?t miss"
        r"|recommended|trending|next (?:up|article|story|post)|previous (?:article|story|post)|related (?:article|story|coverage|news))"
        r"\s*[:|»>]\s*\S.{0,200}",
    ),
    *_phrases(
        "picture credit",
        r"(?:photo(?:graph)?s?|images?|pictures?|pic|credits?|file photo|video|graphic|illustration)"
        r"(?:\s+(?:credits?|by|courtesy(?: of)?|source))*\s*[:/|©]\s*(?:[^.!?]|[.!?](?=\S)){1,60}[.]?",
        r".{0,70}(?:/|\||via|:|\(|—|-)\s?(?:getty(?: images)?|afp|reuters|ap|shutterstock|istock|bloomberg|epa|pti|ani|alamy)"
        r"(?:\s?(?:photo|images|news|file))?(?:\s?[/|]\s?[\w.][\w .]{0,28}[\w.])*\)?",
        r"getty images",
        r"(?:file\s*[-–—]+\s*)?in this (?:\w+,? )?(?:[\w.]+ \d{1,2}, (?:19|20)\d\d,? )?(?:file |handout |undated |aerial |combination )*"
        r"(?:photo|photograph|image|picture|frame grab|video grab)\b.{0,600}",
        r".{0,250}\((?:image|photo|picture|pic|credit|source)s?:[^)]{1,60}\)",
        r"(?:image|photo|picture|slide) \d+ of\s?/?\s?\d+",
        r"(?:enlarge|expand|view|open) (?:this |full[- ]size )?(?:image|photo|gallery|slideshow)s?|back to gallery",
    ),
)

# Words that may be a heading of a briefing: they go only beside a line that went for the same reason, or on a pasted page.
WEAK: tuple[Phrase, ...] = (
    *_phrases(
        "comment form", r"(?:your )?(?:name|e-?mail(?: address)?|website|comments?|replies|responses|reply)\s*:?"
    ),
    *_phrases("share prompt", _NETWORK, r"@\w+", r"(?:follow|social)(?: \w+)?"),
    *_phrases("newsletter", r"(?:newsletters?|notifications|alerts|podcasts?)\W*", r"sorry!"),
    *_phrases("advertisement", r"(?:sponsors?|partners?|promotions?|shop|store|merch)"),
    *_phrases(
        "navigation",
        r"(?:terms|privacy|help|contact|about|careers|advertise|faqs?|disclaimer|home|menu|search|sections|next|previous|more"
        r"|close|open|navigation|jobs|accessibility|imprint|impressum|tags?|related tags|tagged|filed under|topics?|archives?"
        r"|categories|see also)\W*",
        r"\W+",
        r"\d+(?: ?/ ?\d+)?",
    ),
)

# A banner shouts (capitals) and sells: two of these words.
BANNER_WORDS = frozenset(
    """
    shop store merch merchandise print prints mug mugs shirt shirts t-shirt t-shirts hoodie hoodies poster posters gift gifts
    sale discount off deals buy order online official demand free shipping cart basket coupon code collection apparel
    """.split()
)

# What opens the end of a page: related articles, comments, the foot. Everything below goes when little prose follows.
TAIL: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)|you'?ll also like|more (?:like|on|about) this)\b.{0,60}",
        r"(?:related|recommended|similar|more|latest|popular|trending|recent|other|further|top|featured|editor'?s|our|today'?s)"
        r"(?: (?:related|popular|from|on|in|for|you|top|the|latest|recent|new|web|around))*"
        r"(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|links?|videos?|picks?|headlines|topics|web|events|you"
        r"|headlines))\b.{0,50}",
        r"(?:related|recommended|trending|popular|most (?:read|popular|viewed|commented|shared|watched|recent)|more from\b.{0,50}"
        r"|more in\b.{0,40}|from (?:around )?the web\b.{0,20}|around the web|promoted stories|editor'?s (?:picks?|choice)"
        r"|what to read next|read next|up next|next up\b.{0,40}|don'?t miss|in case you missed it|must read\b.{0,40}"
        r"|related (?:articles|stories|posts|tags|topics)\b.{0,30}|sponsored (?:content|stories|links)|about the author|recent posts"
        r"|previous (?:article|post|story)|next (?:article|post|story)|latest (?:news|stories|headlines)|top stories|have a tip\b.{0,200})\s*:?",
        r"(?:\d[\d,]* |no |view |show |read |load |all |see |latest |user |reader )*comments?(?: \(\d*\)| below| section)?\s*:?",
        r"(?:leave|add|post|write) (?:a|your) (?:comment|reply|response)\b.{0,40}",
        r"(?:weitere (?:beiträge|artikel|themen|nachrichten)|mehr zum thema|artículos relacionados|noticias relacionadas|te puede"
        r" interesar|posts relacionados|leia (?:também|mais)|veja também|articoli correlati|leggi anche|à lire aussi"
        r"|articles? (?:similaires|liés)|сomentários|comentarios|kommentare|baca juga|читайте также|похожие (?:статьи|записи))\b.{0,40}",
    )
)
