import type { Catalogue } from "@/lib/format/sentence";

/**
 * What the server says in whole sentences, in Chinese: the reasons of failures, the details of problems, what is
 * wrong with a value. The keys are the server's own words; `{…Words}` is another sentence of this list.
 * One file although it is long: a test compares it as a whole with the sentences in the source.
 */
export const SENTENCES: Catalogue = {
  // Who may do what
  "There is no valid session. Sign in and try again.": "会话无效，请登录后重试。",
  "Sign in and try again.": "请登录后重试。",
  "This token is unknown, expired or revoked, or its owner's account is disabled. Make a new one in the settings.":
    "该令牌不存在、已过期或已吊销，或其所有者的账号已停用。请在设置中新建令牌。",
  "Your password was set by somebody else. Change it, then everything else is open to you.":
    "您的密码由他人设置。请先修改密码，之后即可使用其他功能。",
  "You signed in more than {hours} hours ago. Sign out and in again, then repeat this.":
    "您登录已超过 {hours} 小时。请退出并重新登录，然后再次操作。",
  "An API token cannot do this: it would make a credential that outlives it. Sign in instead.":
    "API 令牌不能执行此操作：这会产生比令牌本身更持久的凭据。请改为登录后操作。",
  "This needs the role {role}; yours is {own}. Ask an administrator.":
    "此操作需要 {role} 角色，您的角色是 {own}。请联系管理员。",
  "Only administrators see those of other people. Ask with owner=me.":
    "只有管理员可以查看他人的内容。请使用 owner=me 查询。",
  "Sharing a view needs the role {role}; yours is {own}. Keep it for yourself, or ask an analyst.":
    "共享视图需要 {role} 角色，您的角色是 {own}。请仅供自己使用，或请分析员共享。",
  "Only {author} may edit this note. Write one of your own.": "只有 {author} 可以编辑此备注。请另写一条。",
  '"{name}" is {owner}\'s. Save a copy of your own instead.': "“{name}”属于 {owner}。请另存一份自己的副本。",
  "{name} changes data in the cloud; only reads are passed through.":
    "{name} 会修改云端数据；此处只转发读取操作。",
  "{origin} is not this site. Send the request from {own}.": "{origin} 不是本站点。请从 {own} 发送请求。",
  "Another site made the browser send this request. Open Watchfloor itself.":
    "该请求由其他站点触发。请直接打开 Watchfloor。",
  "Too many wrong passwords. Try again in {seconds} seconds.": "密码错误次数过多，请在 {seconds} 秒后重试。",
  "At most {limit} live connections are open per person. Close some tabs.":
    "每人最多同时打开 {limit} 个实时连接。请关闭一些标签页。",
  "At most {limit} exports of one person run at a time. Wait until one has ended, or end one.":
    "每人最多同时进行 {limit} 个导出。请等待其中一个结束，或结束其中一个。",
  "At most {limit} exports run at a time on this server. Try again in a moment.":
    "本服务器最多同时进行 {limit} 个导出，请稍后重试。",
  "You sign in at the identity provider. Change the password there.":
    "您通过身份提供商登录，请在那里修改密码。",
  "{name} signs in at {issuer}. Reset the password there.": "{name} 通过 {issuer} 登录，请在那里重置密码。",

  "At most {count} {what} are taken in a minute. Wait {seconds} s and send fewer at a time.":
    "每分钟最多接受 {count} {what}。请等待 {seconds} 秒，并减少每次的发送量。",
  "Your role is {role}; give that one or a lower one.": "您的角色是 {role}，只能授予该角色或更低的角色。",

  // What is not there
  "There is no account {name} that may sign in. Use the name of one.":
    "没有可登录的账号 {name}，请填写现有账号的名称。",
  "There is no event {id}.": "事件 {id} 不存在。",
  "There is no view {id} that you can see.": "您可见的视图中没有 {id}。",
  "There is no change {id}.": "变更 {id} 不存在。",
  "There is no bulk change {id}.": "批量变更 {id} 不存在。",
  "There is no token {id}. See /api/tokens.": "令牌 {id} 不存在，参见 /api/tokens。",
  "There is no person {id}. See /api/people.": "人员 {id} 不存在，参见 /api/people。",
  "There is no connection {id}.": "连接 {id} 不存在。",
  "There is no connection {id}. There are: {known}.": "连接 {id} 不存在。现有连接：{known}。",
  "The connection {id} has no operation {name}. It has: {known}.":
    "连接 {id} 没有操作 {name}。可用操作：{known}。",
  "The event has no note {id}.": "该事件没有备注 {id}。",
  "There is no such session, or it has ended already.": "该会话不存在或已结束。",
  "There is no such export of yours. Export events first.": "您没有这样的导出。请先导出事件。",
  "There is no such selection of yours, or it has expired. Select again.":
    "您的所选内容不存在或已过期，请重新选择。",
  "There is no such selection of yours (any more). Select the events again.":
    "您的所选内容已不存在，请重新选择事件。",
  "There is nothing at {path}. See /api/openapi.json for the routes.":
    "{path} 处没有内容。可用路由参见 /api/openapi.json。",
  "There is nothing at {path}.": "{path} 处没有内容。",

  // What has changed meanwhile
  "This change has been taken back already.": "此变更已被撤销。",
  "This bulk change is {state}: there is nothing to {action}.":
    "该批量变更的状态为 {state}，无法执行 {action}。",
  "The same change is being made at this moment. Repeat it for its answer.":
    "同一变更正在进行中。请重复请求以获取结果。",
  "{who} changed the settings meanwhile. Look at them again, then send version {version}.":
    "{who} 已在此期间修改设置。请重新查看，然后以版本 {version} 提交。",
  "The settings are at version {version} now.": "设置目前为版本 {version}。",
  "There is an account {name} already. Choose another name.": "账号 {name} 已存在，请换一个名称。",
  'There is a view called "{name}" already. Choose another name.': "名为“{name}”的视图已存在，请换一个名称。",
  "{name} is the last administrator who may sign in. Make somebody else one first; a local account counts once its given password is changed.":
    "{name} 是最后一位可登录的管理员。请先指定另一位管理员；本地账号须先修改所分配的密码才计入。",
  "Somebody changed {name} meanwhile: the role is {role}, the account is {state}. Send version {version} to change it all the same.":
    "{name} 已在此期间被他人修改：角色为 {role}，账号状态为 {state}。若仍要修改，请以版本 {version} 提交。",

  // Values
  "Give a time from now to {latest}.": "请给出从现在到 {latest} 之间的时间。",
  "A reason says why an event is closed. Leave it out for this status.":
    "原因用于说明为何关闭事件，此状态请勿填写。",
  "This is no cursor. Use the nextCursor of the page before.":
    "这不是有效的游标。请使用上一页的 nextCursor。",
  "More than {limit} events match. Narrow the filter or the time range.":
    "匹配的事件超过 {limit} 个。请缩小筛选条件或时间范围。",
  "This bulk change has left no such events to set the status of.": "该批量变更没有剩余此类事件可更改状态。",
  "This is not known here. Leave it out.": "此处不识别该字段，请去掉。",
  "Unknown parameter. Use one of: {known}.": "未知参数。可用参数：{known}。",
  "Unknown parameter. This route takes none.": "未知参数。此路由不接受参数。",
  "Unknown parameter. {hintWords}": "未知参数。{hintWords}",
  "Use one of: {known}.": "可用参数：{known}。",
  "This route takes none.": "此路由不接受参数。",
  "Give this parameter once.": "该参数只能出现一次。",
  "Give one of: {known}.": "请使用以下之一：{known}。",
  "Give some of: {known}.": "请从以下选择：{known}。",
  '"{value}" is not known. Use one of: {known}.': "无法识别“{value}”。可用值：{known}。",
  "A value must not contain the NUL character.": "值不能包含 NUL 字符。",
  "A value must not contain the NUL character or half of a surrogate pair.":
    "值不能包含 NUL 字符，也不能包含半个代理对。",
  "does not know {values}: give some of {known}": "无法识别 {values}。可用值：{known}",
  "This is nothing that is recorded. Choose an action below.": "没有此类记录。请在下方选择操作。",
  "must not be after `to`: swap them": "不能晚于 to，请交换两者",
  "The period is longer than ten years. Narrow it.": "时间段超过十年，请缩小范围。",
  "The text must not contain the NUL character.": "文本不能包含 NUL 字符。",
  "At most {limit} values can be given.": "最多可给出 {limit} 个值。",
  '"{value}" is not a time. Use {forms}.':
    "“{value}”不是有效时间。请使用带时区的 ISO 8601 时间、日期或相对时间（例如 -24h、-7d）。",
  '"{value}" is not a period. Write {forms}.':
    "“{value}”不是有效时间段。请先写开始时间，再写两个点和结束时间（例如 2026-01-31..2026-02-28、-7d..-1d）；时间请用带时区的 ISO 8601 时间、日期或相对时间。",
  '"from" must be earlier than "to". Swap them or widen the range.':
    "“from”必须早于“to”。请交换两者或扩大范围。",
  '"from" must be earlier than "to", which is now by default.': "“from”必须早于“to”（默认为当前时间）。",
  "The text is {length} characters long; at most {limit} are searched.":
    "文本长 {length} 个字符，最多搜索 {limit} 个字符。",
  '"{value}" is not an order. Use one of: {known}; a leading "-" means descending.':
    "“{value}”不是有效排序。可用值：{known}；前缀“-”表示降序。",
  '"{value}" is not a page size. Use a whole number from 1 to {limit}.':
    "“{value}”不是有效的每页数量。请使用 1 到 {limit} 的整数。",
  "Use a whole number from 1 to {limit}.": "请使用 1 到 {limit} 的整数。",
  "Use at most {limit} characters, without the NUL character.": "最多 {limit} 个字符，且不含 NUL 字符。",
  "Give the mark of a list exactly as it came.": "请原样给出列表的标记。",
  "A view has no pages. Leave it out.": "视图不含分页，请去掉。",
  "The body is not UTF-8 text.": "请求体不是 UTF-8 文本。",
  "The body did not arrive completely.": "请求体未完整送达。",
  "At {place}: {problem}.": "位置 {place}：{problem}。",
  "At most {limit} bytes are taken. Send less at a time.": "最多接受 {limit} 字节，请分批发送。",
  "Send the body as {type}.": "请以 {type} 发送请求体。",
  "Send a form, or {type}.": "请发送表单或 {type}。",
  "{method} is not taken here. Use {allowed}.": "此处不接受 {method}，请使用 {allowed}。",
  "{id} is named twice.": "{id} 重复出现。",
  "This key was used for another change. Give every change a key of its own.":
    "此键已用于另一项变更。请为每项变更使用各自的键。",
  "Give a path of this site, for example /events.": "请给出本站路径，例如 /events。",
  "This is not your current password.": "当前密码不正确。",
  "must differ from the current one": "必须与当前密码不同",
  "is easily guessed; use several unrelated words, or let a password manager make one":
    "太容易被猜到；请使用几个互不相关的词，或由密码管理器生成",
  "This installation asks for a note with this change. Write one.": "按本系统规定，此变更须附备注，请填写。",
  "This installation asks for a reason when an event is closed. Choose one.":
    "按本系统规定，关闭事件须说明原因，请选择。",
  "must have at least {least} characters": "至少 {least} 个字符",
  "must have at most {most} characters": "最多 {most} 个字符",
  "must start with a letter or digit and hold only letters, digits and . _ @ + -":
    "须以字母或数字开头，且只能包含字母、数字和 . _ @ + -",
  "must be a whole number of days": "须为整数天数",
  "must be at least 1 day": "至少 1 天；留空则永久保留",
  "must be an IANA time zone, for example {zone}": "须为 IANA 时区，例如 {zone}",
  "must say what the token is for": "请说明令牌的用途",
  "must be a time in UTC, for example {time}": "须为 UTC 时间，例如 {time}",
  "must not be empty": "不能为空",
  "must name each column once": "每列只能出现一次",
  "Too small: expected string to have >={least} characters": "至少 {least} 个字符",
  "Too big: expected string to have <={most} characters": "最多 {most} 个字符",
  "Too small: expected {what} to be >={least}": "不能小于 {least}",
  "Too big: expected {what} to be <={most}": "不能大于 {most}",
  "Invalid input: expected {expected}, received {received}": "类型不符：应为 {expected}，实为 {received}",
  "Invalid option: expected one of {known}": "无效选项，可用值：{known}",
  "Invalid input": "输入无效",

  // The server itself
  'A "%" begins nothing that can be read as UTF-8. Write the sign itself as %25.':
    '此处的 "%" 无法按 UTF-8 解码；如需百分号本身，请写作 %25。',
  "The database cannot be reached. Try again in a moment.": "无法连接数据库，请稍后重试。",
  "The database has no room left on its disk, so that nothing can be stored. Whoever runs it has to make room.":
    "数据库的磁盘空间已用尽，无法保存任何内容。请联系数据库管理员释放空间。",
  "The database takes no changes at present, so that nothing can be stored. Try again in a moment; if it stays, whoever runs it has to look.":
    "数据库目前不接受任何更改，无法保存内容。请稍后重试；若持续如此，请联系数据库管理员检查。",
  "The database took too long. Try again in a moment, or ask for less: a shorter time, fewer filters.":
    "数据库响应超时。请稍后重试，或缩小查询范围：缩短时间、减少筛选条件。",
  "The server could not answer. Try again; if it stays, give the request id to whoever runs Watchfloor.":
    "服务器未能应答。请重试；若问题持续，请将请求编号告知 Watchfloor 的管理人员。",
  "It stopped because this server failed several times; see its log. Resume it to go on.":
    "因服务器多次出错而停止，请查看其日志。可点击继续。",

  "The database does not answer; see the server's log.": "数据库没有应答，请查看服务器日志。",
  "{stale} of {all} sources are stale; sign in and open the sources page.":
    "{all} 个数据源中有 {stale} 个已过时；请登录并打开数据源页面。",

  // Where events may be missing
  "This has not been read yet.": "尚未读取。",
  "Only the last {days} days are read.": "只读取最近 {days} 天。",
  "The cloud announced {announced} rows and gave {received}.":
    "云端声明有 {announced} 行，实际给出 {received} 行。",

  // Why a source cannot be read
  "The cloud limits the calls of {operation}. Reading goes on by itself; if it stays, look for other programs that use the same key.":
    "云端限制了 {operation} 的调用频率。读取会自动继续；若问题持续，请检查是否有其他程序使用同一密钥。",
  "Access denied: grant {permission} to the key of this connection.":
    "拒绝访问：请为该连接的密钥授予 {permission} 权限。",
  "Access denied to {operation}: check the permissions of the key of this connection.":
    "{operation} 被拒绝访问：请检查该连接的密钥权限。",
  "The cloud does not accept the credentials of this connection: check the key, its secret, and this server's clock.":
    "云端不接受该连接的凭据：请检查密钥、密钥密文和本服务器的时钟。",
  "The cloud's clock and this server's differ by more than the cloud allows. Set this server's clock; reading goes on by itself.":
    "云端时钟与本服务器时钟的偏差超出云端允许的范围。请校准本服务器的时钟，之后会自动继续读取。",
  "This server found no key for this connection that can be sent: give the connection credentials, set the variables of the cloud's own chain, or copy key and token again.":
    "本服务器没有找到该连接可以发送的密钥：请为该连接配置凭据、设置云端自带凭据链的变量，或重新复制密钥和令牌。",
  "The cloud refused the parameters of {operation}: check the region, instance and project of this connection.":
    "云端拒绝了 {operation} 的参数：请检查该连接的地域、实例和项目。",
  "The cloud does not know what {operation} asked for: check the region, instance and project of this connection.":
    "云端找不到 {operation} 所请求的内容：请检查该连接的地域、实例和项目。",
  "The cloud failed while answering {operation}. Reading is tried again by itself.":
    "云端应答 {operation} 时出错，将自动重试。",
  "The cloud did not answer {operation} in time. Reading is tried again by itself; check the network if it stays.":
    "云端未及时应答 {operation}，将自动重试；若问题持续，请检查网络。",
  "The cloud cannot be reached. Check this server's network, proxy and name resolution, and the connection's endpoint.":
    "无法连接云端。请检查本服务器的网络、代理、域名解析以及该连接的接入点。",
  "The answer to {operation} was not understood. Check the connection's endpoint and any proxy in between.":
    "无法理解 {operation} 的应答。请检查该连接的接入点以及中间的代理。",
  "{operation} was cancelled.": "{operation} 已取消。",
  "Reading failed on this server, not in the cloud: see the server's log.":
    "读取在本服务器上失败，而非云端：请查看服务器日志。",

  // Why something cannot be read live
  "{reasonWords} ({code})": "{reasonWords}（{code}）",
  "The cloud limits the calls at the moment. Try again in a minute.":
    "云端目前限制调用频率，请一分钟后重试。",
  "The cloud does not allow this call for the connection's key. Grant it the permission.":
    "云端不允许该连接的密钥执行此调用，请授予权限。",
  "The cloud does not accept the connection's key. Check the credentials and this server's clock.":
    "云端不接受该连接的密钥，请检查凭据和本服务器的时钟。",
  "The cloud's clock and this server's differ by more than it allows. Set this server's clock.":
    "云端时钟与本服务器时钟的偏差超出云端允许的范围，请校准本服务器的时钟。",
  "The cloud refused the request.": "云端拒绝了请求。",
  "The cloud does not hold this any more.": "云端已不再保存此内容。",
  "The cloud failed to answer. Try again later.": "云端未能应答，请稍后重试。",
  "The cloud did not answer in time. Try again later.": "云端未及时应答，请稍后重试。",
  "The cloud could not be reached. Check the network between here and the cloud.":
    "无法连接云端，请检查与云端之间的网络。",
  "The cloud's answer could not be read.": "无法读取云端的应答。",
  "The call was cancelled.": "调用已取消。",
  "The cloud could not be read.": "无法读取云端。",
  "The cloud was not asked.": "未向云端查询。",
  "The connection {id} is no longer configured.": "连接 {id} 已不在配置中。",
  "The connection {id} leads to another product now.": "连接 {id} 现已指向另一款产品。",
  "No answer within {seconds} s.": "{seconds} 秒内未应答。",
  "No answer within {seconds} s, waiting and retries included.": "{seconds} 秒内未应答（含等待和重试）。",
  "No complete answer within {seconds} s.": "{seconds} 秒内未收到完整应答。",
  "The cloud cannot be reached.": "无法连接云端。",
  "The cloud cannot be reached ({code}).": "无法连接云端（{code}）。",
  "The cloud's answer could not be read to its end.": "未能完整读取云端的应答。",
  "The cloud's answer could not be read to its end ({code}).": "未能完整读取云端的应答（{code}）。",
  "The answer is larger than {bytes} bytes.": "应答超过 {bytes} 字节。",
  "The answer is empty.": "应答为空。",
  "The answer is not a JSON object; it begins: {beginning}": "应答不是 JSON 对象，其开头为：{beginning}",
  "The answer does not have the documented form at: {places}.": "应答在以下位置与文档格式不符：{places}。",
  "The cloud answered HTTP {status} without an error code.": "云端返回 HTTP {status}，没有错误码。",
  "The cloud answered {code}. {adviceWords}": "云端返回 {code}。{adviceWords}",
  "The cloud answered {code}.": "云端返回 {code}。",
  "The cloud answered {code}: {message} {adviceWords}": "云端返回 {code}：{message} {adviceWords}",
  "The cloud answered {code}: {message}": "云端返回 {code}：{message}",
  "Grant the key {permission}.": "请为密钥授予 {permission} 权限。",
  "Grant the key read access.": "请为密钥授予读取权限。",
  "Check the connection's credentials and this machine's clock.": "请检查该连接的凭据和本机时钟。",
  "Set this server's clock: the cloud's differs by more than it allows.":
    "请校准本服务器的时钟：它与云端时钟的偏差超出云端允许的范围。",
  "The caller went away.": "请求方已离开。",
  "IAM limits the calls.": "IAM 限制了调用频率。",
  "IAM answered HTTP {status}.": "IAM 返回 HTTP {status}。",
  "The account owns no WAF 3.0 instance at the site {site}. Check the connection's region and credentials, or write its instanceId.":
    "该账号在站点 {site} 没有 WAF 3.0 实例。请检查该连接的地域和凭据，或填写 instanceId。",

  // What becomes of a status
  "Kept here only: the cloud takes no such status by its API. Its own status stays as it is.":
    "仅保存在此处：云端 API 不接受该状态，云端状态保持不变。",
  "Kept here only: the connection of this event is not configured any more.":
    "仅保存在此处：该事件的连接已不在配置中。",
  "The cloud has this status already; nothing is sent.": "云端已是该状态，无需发送。",
  "There is no such event (any more).": "该事件不存在或已被移除。",
  "It has this status already.": "已是该状态。",
  "The event has not reached the version that was sent. Read the event again, then set its status.":
    "事件尚未到达所提交的版本。请重新读取该事件，然后再设置状态。",
  "Somebody else changed the status meanwhile. Keep theirs, or send yours again.":
    "他人已在此期间更改状态。请保留对方的更改，或重新提交您的更改。",
  "Changed here and then in the cloud, which is read back.": "先在此处更改，再写入云端并回读核实。",
  "Changed here. The cloud product keeps no status of its own.": "在此处更改。该云产品不保存状态。",
  "Changed here only: the cloud takes no such status by its API, and keeps the one it has.":
    "仅在此处更改：云端 API 不接受该状态，云端保持原状态。",
  "Not changed: they have this status already.": "不更改：已是该状态。",
  "Not changed: somebody else changed their status meanwhile.": "不更改：他人已在此期间更改其状态。",
  "Changed here only: their connection is not configured any more.": "仅在此处更改：其连接已不在配置中。",
  "Not changed: there are no such events any more.": "不更改：事件已不存在。",
  "The connection {id} is not configured any more. Configure it again, then set the status again.":
    "连接 {id} 已不在配置中。请重新配置，然后重新设置状态。",
  "The connection {id} leads to another product now. Give this id back to the one before, then set the status again.":
    "连接 {id} 现已指向另一款产品。请将此 ID 还给原来的产品，然后重新设置状态。",
  "Our change is about to be sent to the cloud.": "我们的更改即将发送到云端。",
  "Our change was sent to the cloud and is being read back.": "我们的更改已发送到云端，正在回读核实。",
  "The cloud has been changed since our change was verified.": "我们的更改核实之后，云端又发生了变更。",
  "Somebody changed it in the cloud.": "有人在云端更改了状态。",
  "Our change was not seen to get into the cloud.": "未能确认我们的更改已写入云端。",
  "Kept here only; the cloud keeps its own status.": "仅保存在此处；云端保持自己的状态。",
  "The event itself was removed, as the settings keep events for a limited time.":
    "事件本身已按设置的保留期限清理。",
  "The cloud does not know this event any more. Nothing can be written.": "云端已不存在该事件，无法写入。",
  "The cloud had this status already when the change was about to be sent.":
    "准备发送更改时，云端已是该状态。",
  'Replaced "{statusWords}", set in the cloud just before by {whoWords}.':
    "覆盖了{whoWords}刚刚在云端设置的“{statusWords}”。",
  'Replaced "{word}", which the cloud had and which is no status that Watchfloor knows.':
    "覆盖了云端原有的“{word}”，该状态不为 Watchfloor 所知。",
  'Overtaken: {whoWords} set "{word}" in the cloud, which is no status that Watchfloor knows. Look at it in the cloud\'s console, then set the status again if yours is right.':
    "已被覆盖：{whoWords}在云端设置了“{word}”，该状态不为 Watchfloor 所知。请在云控制台查看该事件，若您的状态正确请重新设置。",
  "Overtaken: the cloud tells no status of this event. Look at it in the cloud's console, then set the status again if yours is right.":
    "已被覆盖：云端未给出该事件的状态。请在云控制台查看该事件，若您的状态正确请重新设置。",
  'The cloud says "{word}", which is no status that Watchfloor knows.':
    "云端的状态为“{word}”，不为 Watchfloor 所知。",
  "The cloud tells no status of this event.": "云端未给出该事件的状态。",
  "Kept here only: the cloud has a status that Watchfloor does not know, which stays as it is.":
    "仅保存在此处：云端的状态不为 Watchfloor 所知，云端保持原状态。",
  'Overtaken: {whoWords} set "{statusWords}" in the cloud. Look at both, then set the status again if yours is right.':
    "已被覆盖：{whoWords}在云端设置了“{statusWords}”。请比对两者，若您的状态正确请重新设置。",
  "The cloud was told {times} times, but does not carry the change out. Look at the event in the cloud's console, then set the status again.":
    "已向云端发送 {times} 次，但云端未执行更改。请在云控制台查看该事件，然后重新设置状态。",
  "The change was sent, but whether it took effect could not be read back. {reasonWords}":
    "更改已发送，但未能回读确认是否生效。{reasonWords}",
  "The cloud limits the calls ({facts}). It is tried again by itself.":
    "云端限制了调用频率（{facts}），将自动重试。",
  "The cloud refused ({facts}). {adviceWords}": "云端拒绝（{facts}）。{adviceWords}",
  "No usable answer ({facts}). Whether it was carried out is being looked up.":
    "没有可用的应答（{facts}），正在查询是否已执行。",
  "The cloud could not be read ({facts}). It is tried again by itself.":
    "无法读取云端（{facts}），将自动重试。",
  "The cloud has limited the calls for a day ({facts}). Look at who else uses this key, then set the status again.":
    "云端已持续一天限制调用频率（{facts}）。请查看还有谁在使用该密钥，然后重新设置状态。",
  "The cloud could not be read for a day ({facts}). Set the status again once it answers.":
    "已有一天无法读取云端（{facts}）。请在云端恢复应答后重新设置状态。",
  "An error in Watchfloor itself ({name}). It is tried again by itself.":
    "Watchfloor 自身出错（{name}），将自动重试。",
  "An error in Watchfloor itself ({name}). Whether the change was sent is being looked up.":
    "Watchfloor 自身出错（{name}），正在查询更改是否已发送。",
  "An error in Watchfloor itself ({name}), for a day. Look at its log, then set the status again.":
    "Watchfloor 自身出错（{name}）已持续一天。请查看其日志，然后重新设置状态。",
  "Grant {permission} to the key of this connection, then set the status again.":
    "请为该连接的密钥授予 {permission} 权限，然后重新设置状态。",
  "Check the permissions of the key of this connection, then set the status again.":
    "请检查该连接的密钥权限，然后重新设置状态。",
  "Check the credentials of this connection and this server's clock, then set the status again.":
    "请检查该连接的凭据和本服务器的时钟，然后重新设置状态。",
  "Set this server's clock, then set the status again.": "请校准本服务器的时钟，然后重新设置状态。",
  "Check the connection's region and instance, then set the status again.":
    "请检查该连接的地域和实例，然后重新设置状态。",
  // Titles that the mapping gives to documented codes
  "Directory scan across several domains": "跨多个域名的目录扫描",
  "Directory scan of one domain": "针对单个域名的目录扫描",
  "Vulnerability scan across several domains": "跨多个域名的漏洞扫描",
  "Vulnerability scan of one domain": "针对单个域名的漏洞扫描",
  "Web attack on several domains": "针对多个域名的 Web 攻击",
  "Web attack on one domain": "针对单个域名的 Web 攻击",
  "Web attack on one URL": "针对单个 URL 的 Web 攻击",
  "SQL injection on one URL": "针对单个 URL 的 SQL 注入",
  "Cross-site scripting on one URL": "针对单个 URL 的跨站脚本攻击",
  "Attempt to upload a web shell": "尝试上传 Webshell",
  "Random probing for vulnerabilities": "随机漏洞探测",
  "Sensitive data obtained without authorization": "未授权获取敏感数据",
  "Credential stuffing at a sign-in": "登录撞库",
  "Data walked through by changing a parameter": "通过修改参数遍历数据",
  "Weak password at an internal sign-in": "内部登录使用弱口令",
  "Text message interface abused": "短信接口被滥用",
  "Firewall risk event": "防火墙风险事件",
  "Application protection event": "应用防护事件",
  "API security event": "API 安全事件",

  // Parts of sentences
  "cloud user {id}": "云端用户 {id} ",
  somebody: "有人",
  "the cloud itself": "云端自身",
  toBeConfirmed: "待确认",
  confirmed: "已确认",
  actioned: "已处置",
  ignored: "已忽略",
};
